import { gzipSync } from 'fflate';
import { type OutletEdit, outletOf, shippedOutlets } from '@/lib/core/article';
import { sha256 } from '@/lib/corpus/bytes';
import {
  manifestBytes,
  manifestName,
  type PackManifest,
  type PackShard,
  packVersion,
  signatureName,
} from './manifest';
import { periodFor, segmentOf } from './segments';
import { type EncodedArticle, encodeArticle, encodeShard } from './shard';
import type { PackSigner } from './signature';
import type { PackedArticle, PackFile, PackKind } from './types';

/** What a pack's maker says of it; `null` means not said. Days are ISO. */
export interface AboutPack {
  title: string | null;
  home: string | null;
  licence: string | null;
  language: string | null;
  created: string | null;
  expires: string | null;
  mirrors: string[];
  /** What its maker says of outlets; absent where nothing. */
  outlets?: OutletEdit[];
}

/** An encoded article that waits to be written, by what the manifest and the order need of it. */
export interface WaitingArticle {
  id: string;
  /** ISO day of publication. */
  day: string | null;
  /** Identity of its outlet. */
  outletKey: string | null;
  words: number;
  keys: number;
  /** Bytes of its four parts together. */
  size: number;
}

/** What is told of an article while it waits. */
export function waitingFacts({ prepared }: PackedArticle): Omit<WaitingArticle, 'size'> {
  const { held, levels } = prepared;
  return {
    id: held.id,
    day: held.published?.at.slice(0, 10) ?? null,
    outletKey: outletOf(held.outlet, held.url, shippedOutlets)?.key ?? null,
    words: held.words,
    keys: levels.reduce((sum, level) => sum + Number(level === 0), 0),
  };
}

/** Makes one gzip member of bytes, without a time in it. */
export type Gzip = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** How the files of a pack are made. */
export interface PackWriting {
  /** `null` or absent for a pack that nobody signs. */
  signer?: PackSigner | null;
  /** That of the platform, where it has a faster one. */
  gzip?: Gzip;
}

const gzipAnywhere: Gzip = (bytes) => new Uint8Array(gzipSync(bytes, { level: 6, mtime: 0 }));

/** A shard is closed when it holds this many articles or unpacked bytes. */
const fullShard = { articles: 2_000, bytes: 8_000_000 };

/**
 * Writes a pack file by file: shards in order of segment and id, then the signature if it is signed, the manifest last, so
 * that a pack without manifest is known to be unfinished. `load` hands over each article when its shard is written; one shard is in memory at a time.
 * The same articles in any order give the same bytes, packed by the same gzip.
 */
export async function* packFiles<Waiting extends WaitingArticle>(
  waiting: readonly Waiting[],
  load: (article: Waiting) => Promise<EncodedArticle>,
  kind: PackKind,
  about: AboutPack,
  { signer = null, gzip = gzipAnywhere }: PackWriting = {},
): AsyncGenerator<PackFile, PackManifest> {
  const shards: PackShard[] = [];
  for (const { file, segment, articles } of plan(waiting)) {
    const encoded: EncodedArticle[] = [];
    for (const article of articles) encoded.push(await load(article));
    const whole = encodeShard(encoded, kind);
    const bytes = gzip(whole);
    shards.push({
      file,
      segment,
      articles: articles.length,
      bytes: bytes.length,
      unpacked: whole.length,
      sha256: await sha256(bytes),
    });
    yield { name: file, bytes };
  }
  const manifest: PackManifest = {
    format: 'refrain-pack',
    version: packVersion,
    kind,
    ...about,
    signed_by: signer?.key ?? null,
    fingerprint: { scheme: 'fp1', key_bits: 32, level: 'base' },
    counts: countsOf(waiting),
    shards,
  };
  const bytes = manifestBytes(manifest);
  if (signer) yield { name: signatureName, bytes: await signer.sign(bytes) };
  yield { name: manifestName, bytes };
  return manifest;
}

/** The same for articles that may all be in memory in their packed form: about a tenth of a full text's size without texts. */
export async function* packInMemory(
  articles: AsyncIterable<PackedArticle> | Iterable<PackedArticle>,
  kind: PackKind,
  about: AboutPack,
  writing: PackWriting = {},
): AsyncGenerator<PackFile, PackManifest> {
  const waiting: (WaitingArticle & { encoded: EncodedArticle })[] = [];
  for await (const article of articles) {
    const encoded = encodeArticle(article, kind);
    const size = Object.values(encoded).reduce((sum, part: Uint8Array) => sum + part.length, 0);
    waiting.push({ ...waitingFacts(article), size, encoded });
  }
  return yield* packFiles(waiting, async ({ encoded }) => encoded, kind, about, writing);
}

interface PlannedShard<Waiting> {
  file: string;
  segment: string;
  articles: Waiting[];
}

function plan<Waiting extends WaitingArticle>(waiting: readonly Waiting[]): PlannedShard<Waiting>[] {
  const period = periodFor(waiting.map((article) => article.day));
  const ordered = waiting
    .map((article) => ({ article, segment: segmentOf(article.day, period) }))
    .sort((a, b) => compare(a.segment, b.segment) || compare(a.article.id, b.article.id));
  const shards: PlannedShard<Waiting>[] = [];
  let size = 0;
  let part = 1;
  for (const { article, segment } of ordered) {
    const open = shards.at(-1);
    const sameSegment = open?.segment === segment;
    const fits = (open?.articles.length ?? 0) < fullShard.articles && size + article.size <= fullShard.bytes;
    if (open && sameSegment && fits) {
      open.articles.push(article);
      size += article.size;
      continue;
    }
    part = sameSegment ? part + 1 : 1;
    const file = part === 1 ? `${segment}.rfp.gz` : `${segment}.${part}.rfp.gz`;
    shards.push({ file, segment, articles: [article] });
    size = article.size;
  }
  return shards;
}

function countsOf(waiting: readonly WaitingArticle[]): PackManifest['counts'] {
  const outlets = new Set<string>();
  let [words, keys] = [0, 0];
  let oldest: string | null = null;
  let newest: string | null = null;
  for (const article of waiting) {
    if (article.outletKey !== null) outlets.add(article.outletKey);
    words += article.words;
    keys += article.keys;
    if (article.day === null) continue;
    if (oldest === null || article.day < oldest) oldest = article.day;
    if (newest === null || article.day > newest) newest = article.day;
  }
  return { articles: waiting.length, outlets: outlets.size, words, keys, oldest, newest };
}

/** By UTF-16 units, so that no machine's language changes the order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
