export type { Added } from './add';
export type { Latch } from './connection';
export { LibraryError, LibraryUnavailableError } from './errors';
export { type Library, type LibraryDeps, openLibrary } from './library';
export type { HeldPack, PackShelf } from './pack-shelf';
export type { Sentinel, SentinelNote } from './sentinel';
