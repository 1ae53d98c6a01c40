export { type AlignedPassage, align, alignWords, withoutWords } from './align';
export type { Passage } from './types';
