import { Unzip, UnzipInflate } from 'fflate';
import { joined } from '@/lib/corpus/bytes';
import { BrokenFile } from './broken-file';
import type { Chunks } from './chunks';

/** A file within a zip file. Its content must be read, or passed over, before the next one is asked for. */
export interface ZipEntry {
  /** As the zip file has it; it is shown and tells the format, and no file is ever written by it. */
  name: string;
  chunks: Chunks;
}

type Event = { name: string } | { bytes: Uint8Array } | { end: true };

/** Packed bytes worked on at once, so that what one piece unpacks to stays small. */
const piece = 16_384;
const mostEntries = 200_000;
const swelling = { times: 100, freely: 64_000_000 };

/**
 * The files of a zip file, in the order they lie there. Folders and what systems leave behind (`__MACOSX`, dot files) are
 * passed over.
 *
 * @throws BrokenFile where the rest cannot be unpacked.
 */
export async function* zipEntries(chunks: Chunks): AsyncGenerator<ZipEntry> {
  const events = zipEvents(chunks);
  for (let next = await events.next(); !next.done; next = await events.next()) {
    if (!('name' in next.value)) continue;
    const { name } = next.value;
    if (
      name.endsWith('/') ||
      /(?:^|\/)(?:__MACOSX\/|\.)/.test(name.replaceAll('\\', '/').replace(/\.\.?\//g, ''))
    )
      continue;
    yield { name, chunks: contentOf(events) };
  }
}

async function* contentOf(events: AsyncGenerator<Event>): Chunks {
  for (let next = await events.next(); !next.done; next = await events.next()) {
    if ('bytes' in next.value) yield next.value.bytes;
    if ('end' in next.value) return;
  }
}

async function* zipEvents(chunks: Chunks): AsyncGenerator<Event> {
  const found: Event[] = [];
  let entries = 0;
  let made = 0;
  let came = 0;
  let failed: unknown = null;
  let tail = new Uint8Array(0);
  const zip = new Unzip((file) => {
    entries += 1;
    found.push({ name: file.name });
    file.ondata = (error, bytes, final) => {
      failed ??= error;
      made += bytes?.length ?? 0;
      if (bytes?.length > 0) found.push({ bytes });
      if (final) found.push({ end: true });
    };
    file.start();
  });
  zip.register(UnzipInflate);
  const push = (bytes: Uint8Array, last: boolean) => {
    came += bytes.length;
    try {
      zip.push(bytes, last);
    } catch (error) {
      failed ??= error;
    }
    if (failed !== null) throw new BrokenFile(damaged, { cause: failed });
    if (entries > mostEntries) throw new BrokenFile(tooMany);
    if (made > swelling.freely && made > swelling.times * came) throw new BrokenFile(swells);
  };
  for await (const chunk of chunks) {
    tail = joined([tail, chunk]).slice(-longestEnd);
    for (let at = 0; at < chunk.length; at += piece) {
      push(chunk.subarray(at, at + piece), false);
      yield* found.splice(0);
    }
  }
  push(new Uint8Array(0), true);
  yield* found.splice(0);
  if (!hasEnd(tail)) throw new BrokenFile(entries === 0 ? noZip : endsEarly);
}

/** The record at a zip file's end has a comment of up to 64 kB. */
const longestEnd = 22 + 65_535;

/** Whether the last bytes hold the end record: without it, files are missing, and nothing else tells. */
function hasEnd(tail: Uint8Array): boolean {
  for (let at = tail.lastIndexOf(0x50); at >= 0; at = at > 0 ? tail.lastIndexOf(0x50, at - 1) : -1) {
    if (tail[at + 1] === 0x4b && tail[at + 2] === 5 && tail[at + 3] === 6) return true;
  }
  return false;
}

const noZip = 'this is no zip file, or only its first bytes. Choose another file, or get it again.';
const endsEarly = 'the zip file ends early. Get it again.';
const damaged =
  'the zip file is broken, or packed in a way that is not read here. Get it again, or unpack it and import the files.';
const tooMany = `the zip file holds more than ${mostEntries} files. Import a part of them at a time.`;
const swells = `the zip file swells to more than ${swelling.times} times its size, so the rest was not unpacked. Unpack it yourself if you trust it.`;
