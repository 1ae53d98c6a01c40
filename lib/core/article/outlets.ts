/**
 * Whose page is it? Identity is the registrable domain (public suffix list with its private part, by tldts),
 * the tenant's own host on a platform, and a folded name only where no address is known.
 * A carrier's address that holds the publisher's own (AMP caches, web archives) is read through.
 */
import { parse } from 'tldts';
import type { Outlet } from './outlet';
import { cleanName, foldName, isPlain, unmixed } from './outlet-rows';
import { type KnownOutlet, knownOutlets, multiTenantHosts, type OutletTable } from './outlet-table';

/** Longest address that is looked at, in UTF-16 units. */
const longestAddress = 2_048;
const web = /^https?:\/\//i;
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,30}$/i;

/** Hosts reserved for examples, which the demo stories stand on. */
const madeUp = /\.example$/i;

/** An address that can be looked at: http or https, parseable, not overlong. */
function webAddress(address: string): URL | null {
  if (address.length > longestAddress || !web.test(address) || !URL.canParse(address)) return null;
  return new URL(address);
}

/** Ways a carrier's address holds the publisher's: the pattern's first group is the rest of the address, without a scheme. */
const carried: { host: RegExp; path: RegExp }[] = [
  { host: /(?:^|\.)archive\.org$/, path: /^\/web\/\d{1,14}[a-z_]{0,4}\/(?:https?:\/\/)?(.+)$/ },
  {
    host: /^archive\.(?:today|is|ph|li|vn|fo)$/,
    path: /^\/(?:\d{4,14}|newest|oldest)\/(?:https?:\/\/)?(.+)$/,
  },
  { host: /(?:^|\.)google\.[a-z.]{2,6}$/, path: /^\/amp\/(?:s\/)?(.+)$/ },
  { host: /(?:^|\.)ampproject\.(?:org|net)$/, path: /^\/[a-z]{1,3}\/(?:s\/)?(.+)$/ },
  { host: /(?:^|\.)bing-amp\.com$/, path: /^\/[a-z]{1,3}\/(?:s\/)?(.+)$/ },
];

/**
 * The publisher's own address inside a carrier's (web archive, AMP cache), else the address itself; `null` when it is no
 * web address at all (javascript:, data:, malformed, overlong).
 */
export function publisherAddress(address: string): string | null {
  return publisherUrl(address)?.written ?? null;
}

function publisherUrl(address: string): { url: URL; written: string } | null {
  const url = webAddress(address);
  if (!url) return null;
  const path = url.pathname + url.search;
  for (const { host, path: shape } of carried) {
    if (!host.test(url.hostname)) continue;
    const rest = shape.exec(path)?.[1];
    const inner = rest ? webAddress(`https://${rest}`) : null;
    if (inner) return { url: inner, written: `https://${rest}` };
  }
  return { url, written: url.href };
}

function asOutlet({ key, name, kind, owner }: KnownOutlet): Outlet {
  return { key, name, kind, owner };
}

/** Identity by an address: the outlet table, else the tenant's or registrable host. `null` for anything but a web address. */
export function outletAt(address: string, table: OutletTable = knownOutlets()): Outlet | null {
  const at = publisherUrl(address);
  if (at === null) return null;
  const { hostname, pathname } = at.url;
  const host = hostname.replace(/^www\d?\./, '').replace(/\.$/, '');
  const known = table.byHost(host);
  if (known) return asOutlet(known);
  const key = hostKey(host, pathname);
  return key === '' ? null : { key, name: key, kind: 'publisher', owner: null };
}

/** What tells one publisher from another in a host: the registrable domain, or the tenant on a shared one. */
function hostKey(host: string, pathname: string): string {
  const domain = parse(host, { allowPrivateDomains: true }).domain ?? host;
  if (!multiTenantHosts.has(domain)) return domain;
  const tenant = host
    .slice(0, -domain.length - 1)
    .split('.')
    .at(-1);
  if (tenant && tenant !== 'm' && tenant !== 'amp') return `${tenant}.${domain}`;
  const at = /^\/(@[\w.-]{1,60})/.exec(pathname)?.[1];
  return at ? `${domain}/${at.toLowerCase()}` : domain;
}

/** A host written in any script, as addresses have it (`xn--…`); anything else as it is. */
function asciiHost(name: string): string {
  if (isPlain(name) || !/^[\p{L}\p{M}\p{N}-]{1,63}(?:\.[\p{L}\p{M}\p{N}-]{1,63})+$/u.test(name)) return name;
  const address = `https://${name}/`;
  return URL.canParse(address) ? new URL(address).hostname : name;
}

/** An outlet of the table by its name or an alias, "the", case, accents and spaces aside; a host stated as a name counts too. */
export function outletNamed(name: string, table: OutletTable = knownOutlets()): Outlet | null {
  const known = table.byName(name);
  if (known) return asOutlet(known);
  const host = asciiHost(name.trim());
  if (!hostName.test(host) || !(parse(host).isIcann || madeUp.test(host))) return null;
  return outletAt(`https://${host.toLowerCase()}/`, table);
}

/**
 * Who publishes, from what a source states (a host or a name) and the address it stands at; either may be `null`.
 * The address decides, unless it is a carrier's: a name is only a claim. Nothing stated gives `null`.
 */
export function outletOf(
  stated: string | null,
  url: string | null,
  table: OutletTable = knownOutlets(),
): Outlet | null {
  if (last?.stated !== stated || last.url !== url || last.table !== table)
    last = { stated, url, table, outlet: toldBy(stated, url, table) };
  return last.outlet;
}

/** What was asked last, and its answer: of an article it is asked several times on its way into the library. */
let last: {
  stated: string | null;
  url: string | null;
  table: OutletTable;
  outlet: Outlet | null;
} | null = null;

function toldBy(stated: string | null, url: string | null, table: OutletTable): Outlet | null {
  const here = url === null ? null : outletAt(url, table);
  const said = stated === null ? '' : cleanName(stated);
  if (here && here.kind !== 'carrier') {
    const isBare = here.name === here.key;
    const mayName = isBare && said !== '' && !hostName.test(said) && outletNamed(said, table) === null;
    return mayName ? { ...here, name: unmixed(said) } : here;
  }
  const named = said === '' ? null : outletNamed(said, table);
  if (named) return named;
  const key = foldName(said);
  if (key !== '') return { key, name: unmixed(said), kind: 'publisher', owner: null };
  return here;
}

/** Whether two outlets are one; an absent outlet equals nothing. */
export function sameOutlet(a: Outlet | null, b: Outlet | null): boolean {
  return a !== null && b !== null && a.key === b.key;
}

/**
 * Whether a name that a credit line prints, or the address it links to, is the outlet of an article. An outlet that is in no
 * table is known by the name its records state, or by its host's first part ("harrowcourier" of harrowcourier.example).
 */
export function isNamedOutlet(
  credited: { outlet: string | null; url: string | null },
  article: { outlet: string | null; url: string | null },
): boolean {
  const outlet = outletOf(article.outlet, article.url);
  if (outlet === null) return false;
  if (credited.url !== null && outletAt(credited.url)?.key === outlet.key) return true;
  if (credited.outlet === null) return false;
  const known = outletNamed(credited.outlet);
  if (known) return known.key === outlet.key;
  const name = foldName(credited.outlet);
  return name !== '' && [foldName(outlet.name), foldName(outlet.key.split('.', 1)[0]!)].includes(name);
}
