export { withAllLevels } from './dense';
export {
  bytesOfShards,
  manifestName,
  type PackManifest,
  type PackShard,
  readManifest,
  signatureName,
} from './manifest';
export { packedFor } from './packed';
export { type OpenedPack, openPack, readPack, readShards } from './read-pack';
export { type EncodedArticle, encodeArticle, readShard } from './shard';
export { canCheckSignatures, type PackSignature, type PackSigner, signerFrom } from './signature';
export type { PackedArticle, PackFile, PackKind, PackRefused, PackSource } from './types';
export {
  type AboutPack,
  type Gzip,
  packFiles,
  packInMemory,
  type WaitingArticle,
  waitingFacts,
} from './write-pack';
export { zipOf, zipSource } from './zip';
