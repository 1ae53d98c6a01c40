export { openText } from './open-text';
export { readImport } from './read-import';
export { isRefused, readLine, sameId } from './read-one';
export { recordsIn } from './records';
export type { ArticleFound, ImportDeps, ImportedArticle } from './types';
