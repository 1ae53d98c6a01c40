import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { joined } from '@/lib/corpus/bytes';
import { longestManifest, longestShard, manifestName } from './manifest';
import type { PackFile, PackRefused, PackSource } from './types';

/** A name as packs have them, at the top of the archive or in one folder. */
const plainName = /^(?:[^/\\]{1,100}\/)?([a-z0-9][a-z0-9._-]{0,99})$/;
/** Bytes handed to the unpacker at once; deflate makes at most a thousand times as many of them. */
const slice = 65_536;
/** Most bytes of all files of an archive together. */
const largest = 512_000_000;

/**
 * The files of a pack that came as one zip. Entries whose names a pack cannot have are passed over: no name is ever used as a
 * path. An archive that swells beyond what a pack can be is given up there.
 */
export function zipSource(
  bytes: Uint8Array<ArrayBuffer>,
): { status: 'read'; source: PackSource } | PackRefused {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let total = 0;
  let wrong: string | null = null;
  const unzip = new Unzip((entry) => {
    const name = plainName.exec(entry.name)?.[1];
    if (name === undefined || wrong !== null) return;
    if (files.has(name)) {
      wrong = `it holds "${name}" twice`;
      return;
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    files.set(name, new Uint8Array(0));
    entry.ondata = (error, chunk, final) => {
      length += chunk?.length ?? 0;
      total += chunk?.length ?? 0;
      const most = name === manifestName ? longestManifest : longestShard.stored;
      if (error) wrong ??= 'it is damaged';
      else if (length > most || total > largest) {
        wrong ??= `"${name}" is larger than any file of a pack`;
        entry.terminate();
      } else {
        chunks.push(chunk);
        if (final) files.set(name, joined(chunks));
      }
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && wrong === null; at += slice) {
      unzip.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
    }
  } catch (error) {
    // fflate throws plain errors with a code at bytes that are no zip.
    if (!(error instanceof Error)) throw error;
    wrong ??= 'it is damaged';
  }
  if (wrong === null && files.size === 0) wrong = 'there is no pack in it';
  if (wrong === null) return { status: 'read', source: async (name) => files.get(name) ?? null };
  return {
    status: 'refused',
    where: 'the zip file',
    why: `${wrong}. Nothing of it was taken. Get the pack again, or tell its maker.`,
  };
}

/** The files of a pack as one zip. They are compressed already, so they are stored as they are; the same files give the same bytes. */
export function zipOf(files: readonly PackFile[]): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return new Uint8Array(zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1) }));
}
