import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { EncodedArticle, WaitingArticle } from '@/lib/corpus/packs';

/** An encoded article that waits in the spool: its place there, and the lengths of its four parts. */
export interface SpooledArticle extends WaitingArticle {
  at: number;
  lengths: [record: number, keys: number, positions: number, terms: number];
}

/** Encoded articles put aside in a file, because a pack is written in another order than its articles come in. */
export interface Spool {
  articles: SpooledArticle[];
  add(article: Omit<WaitingArticle, 'size'>, encoded: EncodedArticle): Promise<void>;
  load(article: SpooledArticle): Promise<EncodedArticle>;
  /** Closes the file and takes it away. */
  close(): Promise<void>;
}

/** Bytes gathered before they are written. */
const fullBuffer = 1_000_000;

/** Opens a spool in a folder; memory stays flat however many articles are added. */
export async function openSpool(folder: string): Promise<Spool> {
  const place = path.join(folder, 'spool');
  const file = await open(place, 'wx+');
  const articles: SpooledArticle[] = [];
  let end = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = async () => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    await file.write(bytes, 0, bytes.length, end - bytes.length);
  };
  return {
    articles,
    async add(article, { record, keys, positions, terms }) {
      const parts = [record, keys, positions, terms];
      const size = parts.reduce((sum, part) => sum + part.length, 0);
      const lengths: SpooledArticle['lengths'] = [record.length, keys.length, positions.length, terms.length];
      articles.push({ ...article, size, at: end, lengths });
      waiting.push(...parts);
      waitingBytes += size;
      end += size;
      if (waitingBytes >= fullBuffer) await flush();
    },
    async load(article) {
      if (waitingBytes > 0) await flush();
      return partsAt(file, article);
    },
    async close() {
      await file.close();
      await rm(place, { force: true });
    },
  };
}

async function partsAt(file: FileHandle, { at, size, lengths }: SpooledArticle): Promise<EncodedArticle> {
  const bytes = new Uint8Array(size);
  const { bytesRead } = await file.read(bytes, 0, size, at);
  if (bytesRead !== size) throw new Error('The file of waiting articles ended early; the disk may be full.');
  const [record, keys, positions] = lengths;
  const part = (start: number, length?: number) =>
    bytes.subarray(start, length === undefined ? undefined : start + length);
  return {
    record: part(0, record),
    keys: part(record, keys),
    positions: part(record + keys, positions),
    terms: part(record + keys + positions),
  };
}
