import { foldName, outletAt, outletNamed, outletOf, type PageMetadata, sameOutlet } from '@/lib/core/article';
import { multiTenantHosts } from '@/lib/core/article/outlet-table';
import { hostOf } from './addresses';

/** Longest name a page may give itself, in UTF-16 units; longer ones are slogans. */
const longestName = 50;

/** Platforms that write their own name into every tenant's page ("medium" of medium.com). */
const platforms = new Set([...multiTenantHosts].map((host) => foldName(host.split('.', 1)[0]!)));

/**
 * Who publishes a page: its host; where no outlet table knows that, the name by which the page calls its site, as long as that
 * is nobody else's and its markup, which copyists copy too, states no address elsewhere. Identity goes by the address all the same (`outletOf`).
 */
export function readOutlet(
  { siteName, publisher, canonical, ogUrl }: PageMetadata,
  address: string | null,
): string | null {
  const host = hostOf(address);
  if (host === null || address === null) return publisher ?? siteName;
  const at = outletAt(address);
  if (at === null || at.name !== at.key) return host;
  const isOfOther = (own: string | null) => own !== null && !sameOutlet(outletAt(own), at);
  if (isOfOther(canonical) || isOfOther(ogUrl)) return host;
  const name = [siteName, publisher].find((stated) => stated !== null && isOwnName(stated));
  return name === undefined ? host : (outletOf(name, address)?.name ?? host);
}

function isOwnName(stated: string): boolean {
  const folded = foldName(stated);
  return (
    folded !== '' &&
    !/^https?:/i.test(stated) &&
    stated.trim().length <= longestName &&
    !platforms.has(folded) &&
    outletNamed(stated) === null
  );
}
