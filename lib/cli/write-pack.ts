import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type AboutPack, bytesOfShards, type PackKind, type PackSigner, packFiles } from '@/lib/corpus/packs';
import type { Output } from './output';
import type { Spool, SpooledArticle } from './spool';

/** What a pack is to be. */
export interface PackWanted {
  kind: PackKind;
  about: AboutPack;
  signer: PackSigner | null;
}

/** Writes the pack of the articles that wait in a spool; one shard is in memory at a time. */
export async function writePack(
  spool: Spool,
  { kind, about, signer }: PackWanted,
  folder: string,
  output: Output,
): Promise<{ articles: number; outlets: number; shards: number; bytes: number }> {
  const files = packFiles<SpooledArticle>(spool.articles, spool.load, kind, about, signer);
  for (let next = await files.next(); ; next = await files.next()) {
    if (next.done) {
      const { counts, shards } = next.value;
      const bytes = bytesOfShards(next.value);
      return { articles: counts.articles, outlets: counts.outlets, shards: shards.length, bytes };
    }
    await writeFile(path.join(folder, next.value.name), next.value.bytes);
    output.progress(`${next.value.name} written`);
  }
}
