import {
  type PackedArticle,
  type PackManifest,
  type PackRefused,
  type PackShard,
  readShard,
  withAllLevels,
} from '@/lib/corpus/packs';
import type { PackShelf } from '@/lib/corpus/store';
import type { PackFileOutcome } from './remote-pack';

export interface TakeDeps {
  now: Date;
  /** Lets others have a turn between slices of work. */
  pause: () => Promise<void>;
}

/** Articles made ready without a pause; a long text takes about a millisecond. */
const slice = 50;

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
  /** While one shard is read and stored, the next is fetched. */
  let coming = fileAhead(shards[0], fileOf);
  for (const [index, shard] of shards.entries()) {
    const file = await coming();
    coming = fileAhead(shards[index + 1], fileOf);
    const refused =
      file.status === 'got' ? await takeShard(shelf, name, manifest, shard, file.bytes, deps) : file;
    if (refused) {
      await shelf.abandon(name);
      return refused;
    }
  }
  await shelf.finish(name);
  return { status: 'taken', shards: wanted.size };
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
  { kind }: PackManifest,
  shard: PackShard,
  bytes: Uint8Array<ArrayBuffer>,
  { now, pause }: TakeDeps,
): Promise<PackRefused | null> {
  const outcome = await readShard(bytes, shard, { kind, packName: name, now });
  if (outcome.status === 'refused') return outcome;
  await shelf.take(name, shard.sha256, await preparedOf(outcome.articles, pause));
  return null;
}

async function preparedOf(articles: readonly PackedArticle[], pause: () => Promise<void>) {
  const prepared = [];
  for (const [index, article] of articles.entries()) {
    if (index % slice === 0) await pause();
    prepared.push(withAllLevels(article.prepared));
  }
  return prepared;
}
