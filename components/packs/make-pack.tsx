import { useState } from 'preact/hooks';
import { Button, Foreign, useSay } from '@/components/ui';
import type { LibraryCounts, PackFacts } from '@/lib/app/messaging';
import type { PhraseKey } from '@/lib/core/report';
import type { PackWish } from './types';

interface MakePackProps {
  outlets: LibraryCounts['outlets'];
  busy: boolean;
  onMake: (wish: PackWish) => void;
}

const kinds: [PackFacts['kind'], PhraseKey][] = [
  ['fingerprint-only', 'pack_kind_fingerprint_only'],
  ['evidence', 'pack_kind_evidence'],
  ['full-text', 'pack_kind_full_text'],
];

/** A pack of a part of the library: which outlets, which days, how much of each article. */
export function MakePackForm({ outlets, busy, onMake }: MakePackProps) {
  const say = useSay();
  const [wish, setWish] = useState<PackWish>({
    selection: { outlets: [], from: null, to: null },
    kind: 'fingerprint-only',
    title: '',
    licence: '',
  });
  const select = (change: Partial<PackWish['selection']>) =>
    setWish({ ...wish, selection: { ...wish.selection, ...change } });
  // What came in a pack is not passed on in another.
  const own = outlets.filter((outlet) => outlet.own > 0);
  const chosen = new Set(wish.selection.outlets);
  if (own.length === 0) return <p class="soft">{say('make_pack_none_own')}</p>;
  return (
    <form
      class="make-pack"
      onSubmit={(event) => {
        event.preventDefault();
        onMake(wish);
      }}
    >
      <fieldset class="choices">
        <legend>{say('make_pack_kind')}</legend>
        {kinds.map(([kind, words]) => (
          <label key={kind} class="choice">
            <input
              type="radio"
              name="pack-kind"
              checked={wish.kind === kind}
              onChange={() => setWish({ ...wish, kind })}
            />
            <span>{say(words)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="choices make-pack__outlets">
        <legend>{say('make_pack_outlets')}</legend>
        {own.map(({ outlet }) => (
          <label key={outlet} class="choice">
            <input
              type="checkbox"
              checked={chosen.has(outlet)}
              onChange={() =>
                select({
                  outlets: chosen.has(outlet)
                    ? wish.selection.outlets.filter((one) => one !== outlet)
                    : [...wish.selection.outlets, outlet],
                })
              }
            />
            <Foreign text={outlet} />
          </label>
        ))}
      </fieldset>
      <div class="make-pack__line">
        <Day
          id="make-pack-from"
          words="make_pack_from"
          value={wish.selection.from}
          onChange={(from) => select({ from })}
        />
        <Day
          id="make-pack-to"
          words="make_pack_to"
          value={wish.selection.to}
          onChange={(to) => select({ to })}
        />
      </div>
      <Line
        id="make-pack-title"
        words="make_pack_title"
        value={wish.title}
        onChange={(title) => setWish({ ...wish, title })}
      />
      <Line
        id="make-pack-licence"
        words="make_pack_licence"
        value={wish.licence}
        onChange={(licence) => setWish({ ...wish, licence })}
      />
      <Button disabled={busy} onClick={() => onMake(wish)}>
        {say('make_pack_go')}
      </Button>
    </form>
  );
}

interface FieldProps<Value> {
  id: string;
  words: PhraseKey;
  value: Value;
  onChange: (value: Value) => void;
}

function Day({ id, words, value, onChange }: FieldProps<string | null>) {
  const say = useSay();
  return (
    <div class="field">
      <label for={id}>{say(words)}</label>
      <input
        id={id}
        class="input"
        type="date"
        value={value ?? ''}
        onInput={(event) => onChange(event.currentTarget.value || null)}
      />
    </div>
  );
}

function Line({ id, words, value, onChange }: FieldProps<string>) {
  const say = useSay();
  return (
    <div class="field">
      <label for={id}>{say(words)}</label>
      <input
        id={id}
        class="input"
        dir="auto"
        maxLength={1000}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
