export { arrangeRows, type RowChoices } from './arrange';
export { frame, mostArticles } from './frame';
export { differingWords } from './headlines';
export { sentenceAt } from './sentence-at';
export type { Told } from './told';
export type * from './types';
