import type { OutletEdit } from '@/lib/core/article';
import type { RetentionRule } from './library';

/** When the in-page mark is shown on watched sites. */
export type CueMode = 'when-found' | 'always' | 'never';

/** The reader's choices; declared with defaults in `lib/app/settings`. */
export interface Settings {
  cueMode: CueMode;
  /** Words of a quotation that two texts must share (`wordsAsked`). */
  minWords: number;
  /** Hosts where the reader switched Refrain off. */
  offHosts: string[];
  /** Host match patterns that are watched (granted by the browser). */
  watched: string[];
  welcomed: boolean;
  /** What the library keeps. */
  retention: RetentionRule;
  /** Where pages that are read are kept in the library. */
  keepPages: { all: boolean; sites: string[] };
  /** Whether pages that nothing was found for are matched again as articles come. */
  lateAnswers: boolean;
  /** What the reader says about outlets beyond the shipped table. */
  outletEdits: OutletEdit[];
}
