export { type AlignedPassage, Aligner, align, alignWords, withoutWords } from './align';
export type { Passage } from './types';
