export { buildReport } from './build';
export { creditLines } from './credit-lines';
export { directionOf } from './direction';
export { firstRunSentences } from './first-run-wording';
export { itemShareSentence } from './item-wording';
export { groupParts, type PartGroup } from './part-groups';
export { type PhraseKey, percent, plural, type Say, sayInEnglish, sayWith } from './phrases';
export { rarestRun } from './rarest-run';
export { withRewordedSentences } from './reworded';
export type { WordRun } from './shared-runs';
export { type CopyInTime, stackedRows, timeLineOf, type UndatedCopy } from './time-line';
export { endsWords, furtherWords, laterWords, stampWords } from './time-wording';
export { correctionSentence, noteWords, staleSentence } from './trail-wording';
export type { Origin, Report, ReportOutcome } from './types';
export {
  answerSentences,
  completenessWords,
  dateWords,
  limitSentences,
  listOf,
  noTextSentence,
  notAnArticleSentence,
  originsAlone,
  originsSentence,
  outcomeSentences,
  partSentence,
  relationWords,
  searchedSentence,
  sharedSentence,
  shareSentence,
  voicesSentence,
  whoseWordsSentence,
} from './wording';
