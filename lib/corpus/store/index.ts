export type { Added } from './add';
export type { Latch } from './connection';
export type { LibraryCounts } from './counts';
export {
  LibraryError,
  LibraryFromNewerVersionError,
  LibraryFullError,
  LibraryInUseError,
  LibraryShutError,
  LibraryUnavailableError,
  LibraryUnreadableError,
} from './errors';
export type { ExportedArticle } from './export';
export type { Health } from './health';
export { type Library, type LibraryDeps, openLibrary } from './library';
export type { Lost, Sentinel, SentinelNote } from './sentinel';
