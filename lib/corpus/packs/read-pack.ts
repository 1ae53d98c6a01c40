import { manifestName, type PackManifest, readManifest, signatureName } from './manifest';
import { readShard, type ShardOutcome } from './shard';
import { checkSignature, type PackSignature } from './signature';
import type { PackedArticle, PackRefused, PackSource } from './types';

/** A pack whose manifest was read, with whose word stands behind it. */
export interface OpenedPack {
  status: 'read';
  manifest: PackManifest;
  signature: PackSignature;
}

/** What reading a pack gives: the whole of it, or nothing and the reason. */
export type PackOutcome = (OpenedPack & { articles: PackedArticle[] }) | PackRefused;

/** Reads the manifest of a pack, and checks its signature where it says that it is signed. */
export async function openPack(source: PackSource): Promise<OpenedPack | PackRefused> {
  const bytes = await source(manifestName);
  if (bytes !== null) {
    const read = readManifest(bytes);
    if (read.status === 'refused') return read;
    const { signed_by: signedBy } = read.manifest;
    const file = signedBy === null ? null : await source(signatureName);
    const signature = await checkSignature(bytes, signedBy, file);
    return 'status' in signature ? { ...signature, where: signatureName } : { ...read, signature };
  }
  return {
    status: 'refused',
    where: manifestName,
    why: `there is no ${manifestName} here, so this is no pack or an unfinished one. Point to the folder that holds it.`,
  };
}

/** Reads the shards of a pack one after another; each gives all its articles or is refused by name. */
export async function* readShards(
  source: PackSource,
  manifest: PackManifest,
  deps: { packName: string; now: Date },
): AsyncGenerator<{ file: string; outcome: ShardOutcome }> {
  for (const shard of manifest.shards) {
    const bytes = await source(shard.file);
    const outcome: ShardOutcome =
      bytes === null
        ? {
            status: 'refused',
            where: shard.file,
            why: 'the file is missing. Get the pack again, or tell its maker.',
          }
        : await readShard(bytes, shard, { kind: manifest.kind, ...deps });
    yield { file: shard.file, outcome };
  }
}

/** Reads a whole pack; one bad shard refuses it all, so that nobody searches half a pack without knowing. */
export async function readPack(
  source: PackSource,
  deps: { packName: string; now: Date },
): Promise<PackOutcome> {
  const opened = await openPack(source);
  if (opened.status === 'refused') return opened;
  const articles: PackedArticle[] = [];
  for await (const { outcome } of readShards(source, opened.manifest, deps)) {
    if (outcome.status === 'refused') return outcome;
    for (const article of outcome.articles) articles.push(article);
  }
  return { ...opened, articles };
}
