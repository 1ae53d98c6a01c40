export { decodeText } from './decode';
export { formatOf, type ImportFormat } from './format';
export { isRefused, readImport, readLine, sameId } from './read-import';
export { readingOfRecord } from './reading-of-record';
export { type ArticleRecord, type RecordOutcome, readRecord } from './record';
export type { ImportDeps, ImportedArticle, ImportFile, ImportOutcome, Refused } from './types';
