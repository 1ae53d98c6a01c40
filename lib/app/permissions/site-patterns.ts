import { writtenAddress } from '@/lib/core/article';

/*
 * A site, for the reader, is a host without its "www." and everything below it. The browser knows it by two match
 * patterns, because what is asked for must lie inside of one optional pattern of the manifest each.
 */

/** The site of an address (`www.daily.example/a` → `daily.example`); `null` for anything but http(s). */
export function siteOf(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  return url.hostname.replace(/^www\./, '');
}

/** The host patterns that watching the site of this address needs; empty for anything but http(s). */
export function sitePatterns(address: string): string[] {
  const site = siteOf(address);
  return site === null ? [] : hostsBelow(site).map((host) => `${host}/*`);
}

/** The host patterns of the site that the reader typed, as an address or a host alone; empty if it is none. */
export function writtenSitePatterns(written: string): string[] {
  return sitePatterns(writtenAddress(written) ?? '');
}

function hostsBelow(site: string): string[] {
  const host = isAddressNumber(site) ? site : `*.${site}`;
  return [`https://${host}`, `http://${host}`];
}

/** An IP address has nothing below it. */
function isAddressNumber(host: string): boolean {
  return host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host);
}

/** The patterns to leave out for sites that are switched off. */
export function offPatterns(offHosts: readonly string[]): string[] {
  return offHosts.flatMap((host) => hostsBelow(host).map((pattern) => `${pattern}/*`));
}

/** Whether the reader switched Refrain off for this address. */
export function isOff(address: string, offHosts: readonly string[]): boolean {
  const site = siteOf(address);
  return site !== null && offHosts.some((off) => site === off || site.endsWith(`.${off}`));
}
