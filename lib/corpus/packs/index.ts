export { evidenceOf } from './evidence';
export {
  longestManifest,
  longestShard,
  manifestName,
  type PackManifest,
  type PackShard,
  packVersion,
  readManifest,
} from './manifest';
export { openPack, type PackOutcome, readPack, readShards } from './read-pack';
export { longestQuotation, quotable } from './record';
export { type EncodedArticle, encodeArticle } from './shard';
export type {
  PackedArticle,
  PackFile,
  PackKind,
  PackQuotation,
  PackRefused,
  PackSource,
} from './types';
export { type AboutPack, packFiles, type WaitingArticle } from './write-pack';
