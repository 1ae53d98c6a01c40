export { type Added, batchesOf } from './add';
export type { Latch } from './connection';
export { LibraryError, LibraryUnavailableError } from './errors';
export { type Library, type LibraryDeps, openLibrary } from './library';
export type { HeldPack, PackShelf } from './pack-shelf';
export type { Arrived } from './revision';
export type { ImportRow } from './schema';
export type { Sentinel, SentinelNote } from './sentinel';
export { type StagedFile, stagedFiles } from './staged-files';
