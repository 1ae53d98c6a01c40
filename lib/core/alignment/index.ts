export { type AlignedPassage, Aligner, align, withoutWords } from './align';
export type { Pairs } from './passages';
export type { Passage } from './types';
