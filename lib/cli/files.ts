import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { joined } from '@/lib/corpus/bytes';
import { BadInput } from './bad-input';

/** Largest page or text file, in bytes as unpacked. */
const largestFile = 64 * 1024 * 1024;
/** Longest line of a JSONL file, in bytes: a record at its caps, with every character escaped. */
const longestLine = 16 * 1024 * 1024;

/** Files that a folder is searched for. */
const readable = /\.(?:jsonl|ndjson|csv|tsv|html?|xhtml|txt|text|warc|zip)(?:\.gz)?$/i;

/** Standard input, where a file is expected. */
export const standardInput = '-';

/** Where a path that was given on the command line lies: `npm run` changes the folder, and says where it was called. */
export function locate(given: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledIn } = process.env;
  return path.resolve(script === 'refrain' && calledIn ? calledIn : process.cwd(), given);
}

/** The files behind what was given: a file is itself, a folder all readable files below it, in order of name. */
export async function* filesAt(given: string): AsyncGenerator<string> {
  if (given === standardInput) {
    yield given;
    return;
  }
  if (!(await entryAt(given)).isDirectory()) {
    yield given;
    return;
  }
  let found = false;
  for await (const file of below(given)) {
    found = true;
    yield file;
  }
  if (!found) {
    throw new BadInput(
      given,
      'there are no .jsonl, .csv, .html, .txt, .warc or .zip files in this folder. Check the folder.',
    );
  }
}

async function* below(folder: string): AsyncGenerator<string> {
  const entries = await readdir(locate(folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* below(place);
    else if (entry.isFile() && readable.test(entry.name)) yield place;
  }
}

/** What lies at a path, or bad input in words. */
export async function entryAt(given: string) {
  try {
    return await stat(locate(given));
  } catch (error) {
    throw inWords(given, error);
  }
}

/** When a file was last changed; for standard input, now. */
export async function changedAt(given: string, now: Date): Promise<Date> {
  return given === standardInput ? now : (await entryAt(given)).mtime;
}

/** A whole file, unpacked where it is gzip. */
export async function readWhole(given: string): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytesOf(given)) {
    length += chunk.length;
    if (length > largestFile) {
      throw new BadInput(given, `the file is larger than ${largestFile / 2 ** 20} MB. Split it, or cut it.`);
    }
    chunks.push(chunk);
  }
  return joined(chunks);
}

/** One line of a file; numbers count from 1. */
export interface Line {
  number: number;
  text: string;
}

/** The lines of a file, one at a time, unpacked where it is gzip. Blank lines are passed over. */
export async function* linesOf(given: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 0;
  for await (const bytes of rawLines(given)) {
    number += 1;
    const where = `${given}, line ${number}`;
    if (bytes === null) {
      throw new BadInput(
        where,
        `the line is longer than ${longestLine / 2 ** 20} MB. Put one article on each line.`,
      );
    }
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new BadInput(where, 'the line is not UTF-8. Save the file as UTF-8.');
    }
    if (number === 1 && text.startsWith('\uFEFF')) text = text.slice(1);
    if (text.trim() !== '') yield { number, text };
  }
}

/** Lines as bytes; `null` for one that is longer than any article can be. */
async function* rawLines(given: string): AsyncGenerator<Uint8Array | null> {
  let open: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytesOf(given)) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield lineOf([...open, chunk.subarray(start, end)], length + end - start);
      start = end + 1;
      open = [];
      length = 0;
    }
    open.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > longestLine) {
      yield null;
      return;
    }
  }
  if (length > 0) yield lineOf(open, length);
}

function lineOf(parts: Uint8Array[], length: number): Uint8Array | null {
  if (length > longestLine) return null;
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, length);
}

/**
 * The bytes of a file or of standard input, unpacked where they begin as gzip does. The beginning is read once only,
 * because a pipe cannot be read twice.
 */
export async function* bytesOf(given: string): AsyncGenerator<Uint8Array> {
  const source: Readable = given === standardInput ? process.stdin : createReadStream(locate(given));
  const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]();
  try {
    const first = await chunks.next();
    if (first.done) return;
    const all = resumed(first.value, chunks);
    const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
    yield* isPacked ? unpacked(all) : all;
  } catch (error) {
    throw inWords(given, error);
  } finally {
    source.destroy();
  }
}

async function* resumed(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // The error of either stream arrives at the reader of the second; the callback is only what `pipeline` insists on.
  yield* pipeline(Readable.from(packed), createGunzip(), () => undefined);
}

const failures: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the name.',
  ENOTDIR: 'there is no such file. Check the name.',
  EACCES: 'the file may not be read. Change its permissions, or choose another.',
  EPERM: 'the file may not be read. Change its permissions, or choose another.',
  EISDIR: 'this is a folder. Name a file.',
  ENAMETOOLONG: 'the name is too long to be a file. Check the name.',
  Z_DATA_ERROR: 'the gzip file is broken. Get it again.',
  Z_BUF_ERROR: 'the gzip file ends early. Get it again.',
};

/** An error of the file system as bad input; any other error as it is. */
function inWords(given: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const why = failures[String(error.code)];
  return why === undefined ? error : new BadInput(given, why);
}
