import { Choices, useSay } from '@/components/ui';
import type { CueMode } from '@/lib/app/messaging';

const modes = [
  ['when-found', 'options_cue_when_found', 'options_cue_when_found_what'],
  ['always', 'options_cue_always', 'options_cue_always_what'],
  ['never', 'options_cue_never', 'options_cue_never_what'],
] as const satisfies [CueMode, string, string][];

/** When the small mark is shown in watched pages. */
export function CueChoice({ mode, onChoose }: { mode: CueMode; onChoose: (mode: CueMode) => void }) {
  const say = useSay();
  return (
    <Choices
      name="cue-mode"
      legend={say('options_cue')}
      choices={modes.map(([value, words, what]) => ({ value, words: say(words), what: say(what) }))}
      chosen={mode}
      onChoose={onChoose}
    />
  );
}
