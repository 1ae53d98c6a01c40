export type { Added } from './add';
export type { Latch } from './connection';
export { LibraryError, LibraryUnavailableError } from './errors';
export { type Library, type LibraryDeps, openLibrary } from './library';
export type { Sentinel, SentinelNote } from './sentinel';
