export { type AlignedPassage, align, aligner, alignWords, withoutWords } from './align';
export type { Passage } from './types';
