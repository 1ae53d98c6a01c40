import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  type AboutPack,
  bytesOfShards,
  type Gzip,
  type PackKind,
  type PackSigner,
  packFiles,
} from '@/lib/corpus/packs';
import type { Output } from './output';
import type { Spool, SpooledArticle } from './spool';

/** What a pack is to be. */
export interface PackWanted {
  kind: PackKind;
  about: AboutPack;
  signer: PackSigner | null;
  /** Whether its files are to be the same on every system, which takes longer; for an archive of which only what is new should be fetched. */
  stable: boolean;
}

/**
 * The zlib of Node. Measured on 32 MB of full texts: level 4 packs them as small as fflate does on its usual level 6, in a third
 * of its time; zlib's own level 6 saves 2.4 % more and takes twice as long as level 4. What it makes of the same bytes may differ
 * by its version and by the processor.
 */
const gzip: Gzip = (bytes) => {
  const packed = new Uint8Array(gzipSync(bytes, { level: 4 }));
  packed[osByte] = unix;
  return packed;
};

/** Where gzip names the system it ran on, which must not show in a pack, and what fflate writes there on all of them. */
const [osByte, unix] = [9, 3];

/** Writes the pack of the articles that wait in a spool; one shard is in memory at a time. */
export async function writePack(
  spool: Spool,
  { kind, about, signer, stable }: PackWanted,
  folder: string,
  output: Output,
): Promise<{ articles: number; outlets: number; shards: number; bytes: number }> {
  const files = packFiles<SpooledArticle>(spool.articles, spool.load, kind, about, {
    signer,
    ...(stable ? {} : { gzip }),
  });
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
