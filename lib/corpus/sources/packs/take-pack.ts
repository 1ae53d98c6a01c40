import {
  type PackedArticle,
  type PackManifest,
  type PackRefused,
  type PackShard,
  readShard,
  withAllLevels,
} from '@/lib/corpus/packs';
import type { ArrivedShard, PackShelf } from '@/lib/corpus/store';
import type { PackFileOutcome } from './remote-pack';

export interface TakeDeps {
  now: Date;
  /** Lets others have a turn between slices of work. */
  pause: () => Promise<void>;
}

/** Articles made ready without a pause; a long text takes about a millisecond. */
const slice = 50;

/** Articles and unpacked bytes of shards that are stored in one go: as much as one full shard may have. */
const mostTogether = { articles: 2_000, unpacked: 8_000_000 };

/**
 * Brings a pack in the library to the state of a manifest: fetches and checks the shards that are not there yet, one after
 * another, and changes over when all are there. When one is refused nothing changes and nothing of it stays.
 */
export async function takePack(
  shelf: PackShelf,
  name: string,
  manifest: PackManifest,
  fileOf: (shard: PackShard) => Promise<PackFileOutcome>,
  deps: TakeDeps,
): Promise<{ status: 'taken'; shards: number } | PackRefused> {
  try {
    return await takeAll(shelf, name, manifest, fileOf, deps);
  } catch (error) {
    // A library that cannot even forget what came is cleared when the pack is begun again.
    await shelf.abandon(name).catch(() => undefined);
    throw error;
  }
}

async function takeAll(
  shelf: PackShelf,
  name: string,
  manifest: PackManifest,
  fileOf: (shard: PackShard) => Promise<PackFileOutcome>,
  deps: TakeDeps,
): Promise<{ status: 'taken'; shards: number } | PackRefused> {
  const wanted = new Set(await shelf.begin(name, manifest));
  const shards = manifest.shards.filter(({ sha256 }) => wanted.has(sha256));
  const nextOf = new Map(shards.map((shard, i) => [shard, shards[i + 1]]));
  /** While one shard is read and stored, the next is fetched. */
  let coming = fileAhead(shards[0], fileOf);
  for (const group of storedTogether(shards)) {
    const arrived: ArrivedShard[] = [];
    for (const shard of group) {
      const file = await coming();
      coming = fileAhead(nextOf.get(shard), fileOf);
      const read = file.status === 'got' ? await readArrived(name, manifest, shard, file.bytes, deps) : file;
      if ('status' in read) {
        await shelf.abandon(name);
        return read;
      }
      arrived.push(read);
    }
    await shelf.take(name, arrived);
  }
  await shelf.finish(name);
  return { status: 'taken', shards: wanted.size };
}

/** Shards in a row that are stored in one go, small ones many at a time. */
function* storedTogether(shards: readonly PackShard[]): Generator<PackShard[]> {
  let group: PackShard[] = [];
  let [articles, unpacked] = [0, 0];
  for (const shard of shards) {
    articles += shard.articles;
    unpacked += shard.unpacked;
    if (group.length > 0 && (articles > mostTogether.articles || unpacked > mostTogether.unpacked)) {
      yield group;
      [group, articles, unpacked] = [[], shard.articles, shard.unpacked];
    }
    group.push(shard);
  }
  if (group.length > 0) yield group;
}

/** Begins to fetch a shard; who asks for it hears of what went wrong. */
function fileAhead(
  shard: PackShard | undefined,
  fileOf: (shard: PackShard) => Promise<PackFileOutcome>,
): () => Promise<PackFileOutcome> {
  const file = shard && fileOf(shard);
  file?.catch(() => undefined);
  return () => file ?? Promise.reject(new Error('There is no such shard.'));
}

/** Checks one shard and puts its articles into the library, unseen for now; `null` when all went well. */
export async function takeShard(
  shelf: PackShelf,
  name: string,
  manifest: PackManifest,
  shard: PackShard,
  bytes: Uint8Array<ArrayBuffer>,
  deps: TakeDeps,
): Promise<PackRefused | null> {
  const read = await readArrived(name, manifest, shard, bytes, deps);
  if ('status' in read) return read;
  await shelf.take(name, [read]);
  return null;
}

/** Checks one shard and makes its articles ready for the library. */
async function readArrived(
  name: string,
  { kind }: PackManifest,
  shard: PackShard,
  bytes: Uint8Array<ArrayBuffer>,
  { now, pause }: TakeDeps,
): Promise<ArrivedShard | PackRefused> {
  const outcome = await readShard(bytes, shard, { kind, packName: name, now });
  if (outcome.status === 'refused') return outcome;
  return { sha256: shard.sha256, articles: await preparedOf(outcome.articles, pause) };
}

async function preparedOf(articles: readonly PackedArticle[], pause: () => Promise<void>) {
  const prepared = [];
  for (const [index, article] of articles.entries()) {
    if (index % slice === 0) await pause();
    prepared.push(withAllLevels(article.prepared));
  }
  return prepared;
}
