export type { ImportFormat } from './format';
export { isRefused, openImport, readImport, readLine, readPageFile, sameId } from './read-import';
export type {
  ArticleFound,
  ImportDeps,
  ImportedArticle,
  ImportFile,
  ImportOutcome,
  Refused,
} from './types';
