import type { ComponentChildren } from 'preact';

interface ChoicesProps<Value extends string> {
  /** Of the group of radio buttons; another one for each group of a page. */
  name: string;
  legend: string;
  /** Where a heading says the same in view. */
  legendHidden?: boolean;
  choices: readonly { value: Value; words: string; what: ComponentChildren }[];
  chosen: Value;
  onChoose: (value: Value) => void;
  /** What the choice that is made asks for further. */
  children?: ComponentChildren;
}

/** One of several, each with what it means. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { name, legend, legendHidden = false, choices, chosen, onChoose, children } = props;
  return (
    <fieldset class="choices">
      <legend {...(legendHidden ? { class: 'visually-hidden' } : {})}>{legend}</legend>
      {choices.map(({ value, words, what }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{words}</span>
          <span class="choice__words">{what}</span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
