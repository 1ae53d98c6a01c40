interface NumberFieldProps {
  id: string;
  words: string;
  /** A whole number from 0; `null` while the field is empty. */
  value: number | null;
  onValue: (value: number | null) => void;
}

/** A field for a whole number, or for none. */
export function NumberField({ id, words, value, onValue }: NumberFieldProps) {
  return (
    <div class="field">
      <label for={id}>{words}</label>
      <input
        id={id}
        class="input input--number"
        type="number"
        min={0}
        value={value ?? ''}
        onInput={({ currentTarget }) =>
          onValue(currentTarget.value === '' ? null : Math.max(0, Math.floor(Number(currentTarget.value))))
        }
      />
    </div>
  );
}
