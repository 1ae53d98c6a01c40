import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
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
  add(article: Omit<WaitingArticle, 'size'>, encoded: EncodedArticle): void;
  load(article: SpooledArticle): Promise<EncodedArticle>;
  /** Closes the file and takes it away. */
  close(): void;
}

/** Bytes gathered before they are written. */
const fullBuffer = 1_000_000;

/**
 * Opens a spool in a folder; memory stays flat however many articles are added. Its small reads and writes are mostly of what
 * the system has in memory: to wait for each by a promise would take several times as long as the read itself.
 */
export function openSpool(folder: string): Spool {
  const place = path.join(folder, 'spool');
  const file = openSync(place, 'wx+');
  const articles: SpooledArticle[] = [];
  let end = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = () => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    writeSync(file, bytes, 0, bytes.length, end - bytes.length);
  };
  return {
    articles,
    add(article, { record, keys, positions, terms }) {
      const parts = [record, keys, positions, terms];
      const size = parts.reduce((sum, part) => sum + part.length, 0);
      const lengths: SpooledArticle['lengths'] = [record.length, keys.length, positions.length, terms.length];
      articles.push({ ...article, size, at: end, lengths });
      waiting.push(...parts);
      waitingBytes += size;
      end += size;
      if (waitingBytes >= fullBuffer) flush();
    },
    async load(article) {
      if (waitingBytes > 0) flush();
      return partsAt(file, article);
    },
    close() {
      closeSync(file);
      rmSync(place, { force: true });
    },
  };
}

function partsAt(file: number, { at, size, lengths }: SpooledArticle): EncodedArticle {
  const bytes = new Uint8Array(size);
  const bytesRead = readSync(file, bytes, 0, size, at);
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
