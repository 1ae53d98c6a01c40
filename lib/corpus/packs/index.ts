export { withAllLevels } from './dense';
export { evidenceOf } from './evidence';
export { manifestName, readManifest } from './manifest';
export { openPack, readPack, readShards } from './read-pack';
export { type EncodedArticle, encodeArticle } from './shard';
export type { PackedArticle, PackFile, PackKind, PackRefused, PackSource } from './types';
export { type AboutPack, packFiles, type WaitingArticle } from './write-pack';
