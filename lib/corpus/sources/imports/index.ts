export { isRefused, openImport, readImport, readLine, readPageFile, sameId } from './read-import';
export type { ArticleFound, ImportDeps, ImportedArticle } from './types';
