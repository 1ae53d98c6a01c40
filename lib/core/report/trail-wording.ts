/** The sentences of the correction trail; a part of the report's wording, see `wording.ts`. */
import type { Correction, NoteKind, StaleCopy } from '@/lib/core/provenance/corrections/types';
import { plural, type Say } from './phrases';
import { dayWords } from './wording';

/** What kind of note an outlet prints. */
export function noteWords(say: Say, kind: NoteKind): string {
  return say(kind === 'editors-note' ? 'trail_note_editors_note' : `trail_note_${kind}`);
}

/** What an article changed, and how many copies still have it as it was. */
export function correctionSentence(say: Say, { outlet, before, after, changes, stale }: Correction): string {
  const changed = plural(
    say,
    'trail_changed',
    changes.length,
    outlet ?? say('report_outlet_unknown'),
    dayWords(say, before.at),
    dayWords(say, after.at),
  );
  return `${changed} ${stale.length === 0 ? say('trail_none_stale') : plural(say, 'trail_stale', stale.length)}`;
}

/** That a copy has sentences as they were, and when that was last looked at: it may have been changed since. */
export function staleSentence(say: Say, { sentences, lastChecked }: StaleCopy): string {
  return plural(say, 'trail_still_has', sentences.length, dayWords(say, lastChecked.at));
}
