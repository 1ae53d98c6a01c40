import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  manifestName,
  type OpenedPack,
  openPack,
  type PackedArticle,
  type PackRefused,
  type PackSource,
  readShards,
  zipSource,
} from '@/lib/corpus/packs';
import { BadInput } from './bad-input';
import { entryAt, locate, standardInput } from './files';

/** Where a pack lies: its files, what messages call its place, and the file whose date is the pack's. */
export interface PackPlace {
  place: string;
  source: PackSource;
  dated: string;
}

/** A pack that was opened where it lies. */
export type PackHere = PackPlace & { opened: OpenedPack };

/** Largest file of a pack's folder that is read at all, in bytes; what is larger than the format allows is refused when it is read. */
const largestFile = 64 * 1024 * 1024;
/** Largest zip, in bytes. */
const largestZip = 512 * 1024 * 1024;

/** A pack by its folder, by the manifest in it, or by a zip of it. */
export async function packAt(given: string): Promise<PackPlace> {
  if ((await entryAt(given)).isDirectory()) {
    return { place: given, source: packIn(given), dated: path.join(given, manifestName) };
  }
  if (isZip(given)) {
    const bytes = await fileAt(given, largestZip);
    const opened = zipSource(bytes ?? new Uint8Array(0));
    if (opened.status === 'refused') throw new BadInput(given, opened.why);
    return { place: given, source: opened.source, dated: given };
  }
  if (path.basename(given) === manifestName) {
    const place = path.dirname(given);
    return { place, source: packIn(place), dated: given };
  }
  throw new BadInput(given, 'this is no pack. Name the folder of one, or a zip.');
}

/** Opens a pack. @throws BadInput when its manifest or signature is refused. */
export async function openPackAt(given: string): Promise<PackHere> {
  const place = await packAt(given);
  const opened = await openPack(place.source);
  if (opened.status === 'refused') throw refusedIn(place.place, opened);
  return { ...place, opened };
}

/** The articles of an opened pack, one shard in memory at a time. @throws BadInput at the first shard that is refused. */
export async function* articlesIn(
  { place, source, opened }: PackHere,
  now: Date,
  wanted: (sha256: string) => boolean = () => true,
): AsyncGenerator<PackedArticle> {
  const manifest = {
    ...opened.manifest,
    shards: opened.manifest.shards.filter(({ sha256 }) => wanted(sha256)),
  };
  for await (const { outcome } of readShards(source, manifest, { packName: path.basename(place), now })) {
    if (outcome.status === 'refused') throw refusedIn(place, outcome);
    yield* outcome.articles;
  }
}

/** The refusal of a pack's file as bad input. */
export function refusedIn(place: string, { where, why }: PackRefused): BadInput {
  return new BadInput(path.join(place, where), why);
}

/** Whether a pack lies there. A zip is one when a manifest is in it; others hold articles. */
export async function isPack(given: string): Promise<boolean> {
  if (given === standardInput) return false;
  if ((await entryAt(given)).isDirectory()) return (await packIn(given)(manifestName)) !== null;
  if (path.basename(given) === manifestName) return true;
  if (!isZip(given)) return false;
  const opened = zipSource((await fileAt(given, largestZip)) ?? new Uint8Array(0));
  return opened.status === 'read' && (await opened.source(manifestName)) !== null;
}

function isZip(given: string): boolean {
  return /\.zip$/i.test(given);
}

function packIn(folder: string): PackSource {
  return (name) => fileAt(path.join(folder, name), largestFile);
}

async function fileAt(given: string, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const { size } = await stat(locate(given));
    if (size > most) {
      throw new BadInput(given, 'the file is larger than any file of a pack. Get the pack again.');
    }
    return new Uint8Array(await readFile(locate(given)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
