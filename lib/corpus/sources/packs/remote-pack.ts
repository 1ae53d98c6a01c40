import { manifestName, type OpenedPack, openPack, type PackRefused } from '@/lib/corpus/packs';
import type { Fetched, Wanted } from '@/lib/corpus/sources/fetching';

/** Asks a server, with whatever the asker adds to every request; `not-granted`: the reader has not allowed that server. */
export type PackFetch = (wanted: Wanted) => Promise<Fetched | { status: 'not-granted' }>;

/** One file of a pack, or why none of the places that should hold it gave it. */
export type PackFileOutcome = { status: 'got'; bytes: Uint8Array<ArrayBuffer> } | PackRefused;

/** A pack on the web, opened: its manifest, and a way to its other files. */
export type RemoteOutcome = (OpenedPack & { etag: string | null }) | { status: 'unchanged' } | PackRefused;

/** Milliseconds for one file; a shard of 32 MB comes in that time at 2 Mbit/s. */
const mostMs = 120_000;

/**
 * Opens a pack from its folders, the first that answers well; later ones are its mirrors.
 * @param etag of the manifest held; a server that still has the same answers `unchanged`.
 */
export async function openRemotePack(
  folders: readonly string[],
  fetch: PackFetch,
  etag: string | null = null,
): Promise<RemoteOutcome> {
  let first: PackRefused | null = null;
  for (const folder of folders) {
    const headers = etag === null ? {} : { 'If-None-Match': etag };
    const fetched = await fetch({ url: `${folder}${manifestName}`, headers, mostBytes: 8_000_000, mostMs });
    if (fetched.status === 'answered' && fetched.code === 304) return { status: 'unchanged' };
    if (fetched.status === 'answered' && fetched.code === 200) {
      const opened = await openPack(async (name) => {
        if (name === manifestName) return fetched.bytes;
        const file = await fetchPackFile([folder], name, 64, fetch);
        return file.status === 'got' ? file.bytes : null;
      });
      if (opened.status === 'read') return { ...opened, etag: fetched.headers.get('etag') };
      first ??= opened;
    } else first ??= refusal(folder, manifestName, fetched);
  }
  return first ?? { status: 'refused', where: manifestName, why: 'the pack has no address.' };
}

/** Fetches one file of a pack from the first of its folders that has it. */
export async function fetchPackFile(
  folders: readonly string[],
  file: string,
  mostBytes: number,
  fetch: PackFetch,
): Promise<PackFileOutcome> {
  let first: PackRefused | null = null;
  for (const folder of folders) {
    const fetched = await fetch({ url: `${folder}${file}`, mostBytes, mostMs });
    if (fetched.status === 'answered' && fetched.code === 200) return { status: 'got', bytes: fetched.bytes };
    first ??= refusal(folder, file, fetched);
  }
  return first ?? { status: 'refused', where: file, why: 'the pack has no address.' };
}

type NotGot = Fetched | { status: 'not-granted' };

function refusal(folder: string, file: string, fetched: NotGot): PackRefused {
  const { host } = new URL(folder);
  return { status: 'refused', where: file, why: whyNot(host, fetched) };
}

function whyNot(host: string, fetched: NotGot): string {
  switch (fetched.status) {
    case 'not-granted':
      return `Refrain may not ask ${host}. Allow it and try again.`;
    case 'redirected':
      return `${host} sends its readers to another address. Ask the pack's maker for the new one.`;
    case 'too-large':
      return `${host} sends more than its manifest says. Tell the pack's maker.`;
    case 'too-slow':
      return `${host} was too slow. It is tried again later.`;
    case 'unreachable':
      return `${host} could not be reached. It is tried again later.`;
    case 'answered':
      return fetched.code === 404 || fetched.code === 410
        ? `${host} does not have this file. Check the address, or tell the pack's maker.`
        : `${host} answered with ${fetched.code}. It is tried again later.`;
  }
}
