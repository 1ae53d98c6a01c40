/**
 * Addresses that only look like a known outlet's: its domain as the beginning of another ("cnn.com.de"), or its letters
 * replaced by ones that read alike ("reuters" with a Cyrillic е, "rn" for "m", "0" for "o"). Identity is never decided by
 * looks; this only tells a reader that an address is not what it seems.
 */
import { parse } from 'tldts';
import { shippedOutlets } from './outlet-table';
import { publisherAddress } from './outlets';
import { decodeHost } from './punycode';

/** Letters that read as a Latin one; an extract of Unicode's confusables (UTS 39) for the scripts hosts are written in. */
const readsAs: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  һ: 'h',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
  ԛ: 'q',
  ԝ: 'w',
  ɡ: 'g',
  ο: 'o',
  α: 'a',
  ρ: 'p',
  ν: 'v',
  ι: 'i',
  κ: 'k',
  τ: 't',
  υ: 'u',
  ɑ: 'a',
  ı: 'i',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
};

/** A host as it reads at a glance. */
function skeleton(host: string): string {
  return [...host.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((letter) => readsAs[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

let skeletons: Map<string, string> | undefined;

/** Known domains by how they read. */
function knownSkeletons(): Map<string, string> {
  skeletons ??= new Map(
    shippedOutlets.all.flatMap(({ domains }) => domains.map((domain) => [skeleton(domain), domain] as const)),
  );
  return skeletons;
}

/** The known outlet that the host of an address looks like without being it: the host as written, and the outlet's name. */
export function lookAlikeOf(address: string): { host: string; of: string } | null {
  const href = publisherAddress(address);
  if (href === null) return null;
  const host = new URL(href).hostname.replace(/^www\d?\./, '');
  if (shippedOutlets.byHost(host)) return null;
  const domain = parse(host, { allowPrivateDomains: true }).domain ?? host;
  const alike = knownSkeletons().get(skeleton(decodeHost(domain)));
  if (alike) return { host: domain, of: shippedOutlets.byHost(alike)!.name };
  const labels = host.split('.');
  for (let at = 0; at + 2 < labels.length; at++) {
    const inner = shippedOutlets.byHost(`${labels[at]}.${labels[at + 1]}`);
    const isWhole = inner?.domains.includes(`${labels[at]}.${labels[at + 1]}`);
    if (inner && isWhole && inner.kind !== 'carrier') return { host, of: inner.name };
  }
  return null;
}
