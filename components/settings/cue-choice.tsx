import { useSay } from '@/components/ui';
import type { CueMode } from '@/lib/app/messaging';

const MODES = [
  ['when-found', 'options_cue_when_found', 'options_cue_when_found_what'],
  ['always', 'options_cue_always', 'options_cue_always_what'],
  ['never', 'options_cue_never', 'options_cue_never_what'],
] as const satisfies [CueMode, string, string][];

/** When the small mark is shown in watched pages. */
export function CueChoice({ mode, onChoose }: { mode: CueMode; onChoose: (mode: CueMode) => void }) {
  const say = useSay();
  return (
    <fieldset class="choices">
      <legend>{say('options_cue')}</legend>
      {MODES.map(([value, name, words]) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name="cue-mode"
            value={value}
            checked={mode === value}
            onChange={() => onChoose(value)}
          />
          <span>{say(name)}</span>
          <span class="choice__words">{say(words)}</span>
        </label>
      ))}
    </fieldset>
  );
}
