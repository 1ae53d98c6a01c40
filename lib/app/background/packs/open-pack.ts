import {
  type OpenedPack,
  openPack,
  type PackManifest,
  type PackRefused,
  type PackShard,
  type PackSource,
} from '@/lib/corpus/packs';
import { isPrivateAddress } from '@/lib/corpus/sources/fetching';
import {
  fetchPackFile,
  openRemotePack,
  type PackFetch,
  type PackFileOutcome,
  packFolder,
} from '@/lib/corpus/sources/packs';
import { bundledPack } from './bundled';

/** A pack opened where it lies, with a way to its shards. */
export type Opened = OpenedPack & {
  etag: string | null;
  fileOf: (shard: PackShard) => Promise<PackFileOutcome>;
};

/**
 * Opens a pack that comes with the extension, or one on the web: at its address, else at the first of its mirrors that gives it.
 * @param etag of its manifest as it is held: `unchanged` where the server still has that one
 */
export async function openPackAt(
  address: string,
  mirrors: readonly string[],
  etag: string | null,
  fetch: PackFetch,
): Promise<Opened | { status: 'unchanged' } | PackRefused> {
  const own = bundledPack(address);
  if (own) return openOwn(own);
  const opened = await openRemotePack([address, ...mirrors], fetch, etag);
  if (opened.status !== 'read') return opened;
  const folders = [address, ...mirrorsOf(opened.manifest)];
  return { ...opened, fileOf: ({ file, bytes }) => fetchPackFile(folders, file, bytes, fetch) };
}

async function openOwn(source: PackSource): Promise<Opened | PackRefused> {
  const opened = await openPack(source);
  if (opened.status === 'refused') return opened;
  return {
    ...opened,
    etag: null,
    fileOf: async ({ file }) => {
      const bytes = await source(file);
      return bytes === null
        ? { status: 'refused', where: file, why: 'the file is missing. Install Refrain again.' }
        : { status: 'got', bytes };
    },
  };
}

/** Folders a manifest names beside its own. None of the reader's own network: what a stranger writes must not reach into it. */
export function mirrorsOf({ mirrors }: PackManifest): string[] {
  const folders = mirrors.flatMap((mirror) => packFolder(mirror) ?? []);
  return folders.filter((folder) => !isPrivateAddress(folder));
}
