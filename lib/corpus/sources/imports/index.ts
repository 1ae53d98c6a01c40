export { chunksOf } from './chunks';
export type { ColumnMap } from './csv-columns';
export { openText } from './open-text';
export { isRefused, readLine, sameId, withCredits } from './read-one';
export { recordsIn, tableOf } from './records';
export type { ArticleFound, ImportDeps, ImportedArticle, Refused } from './types';
