import * as v from 'valibot';
import { isPrivateAddress } from '@/lib/corpus/sources/fetching';
import { packFolder } from '@/lib/corpus/sources/packs';

const listed = v.array(v.object({ address: v.optional(v.nullable(v.string()), null) }));
/** Most packs taken from one backup. */
const most = 200;

/**
 * Where the packs of a backup are published, from its `packs.json`: folders on the web and packs that come with Refrain. Packs
 * that came as files have no address. None is of the reader's own network: a backup may be somebody else's.
 */
export function packAddresses(stored: unknown): string[] {
  const parsed = v.safeParse(listed, stored);
  if (!parsed.success) return [];
  const addresses = parsed.output.flatMap(({ address }) => {
    if (address === null) return [];
    if (/^bundled:[a-z]{1,20}$/.test(address)) return [address];
    const folder = packFolder(address);
    return folder === null || isPrivateAddress(folder) ? [] : [folder];
  });
  return [...new Set(addresses)].slice(0, most);
}
