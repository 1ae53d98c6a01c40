/** Query parameters that say where a reader came from, not what the page is. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|mc_cid|mc_eid|igshid|twclid|ttclid|_ga|_gl|cmpid|cmp|ncid|sr_share|smid|smtyp|ocid|icid|ito|spm|s_cid|sh|partner|ref|ref_src|ref_url|referrer|source|src|share|feature|guccounter|guce_referrer\w*|_hsenc|_hsmi|mkt_tok|wt_mc|xtor|at_\w+|__twitter_impression|sref|seid|rss|CMP|ftag|taid|soc_src|soc_trk|amp)$/i;

/** Longest address kept, in UTF-16 units. */
const longest = 2_000;

/** An http(s) address made absolute, without fragment; `null` for anything else (`javascript:`, `data:`, broken). */
export function webAddress(href: string | null | undefined, base: string | null): string | null {
  const url = parse(href, base);
  if (url === null) return null;
  url.hash = '';
  return url.href;
}

/**
 * One spelling for the addresses of one article: no fragment, no tracking parameters, no default port, sorted parameters,
 * no credentials, no `/` at the end of a path. `null` if it is no http(s) address.
 */
export function normalAddress(href: string | null, base: string | null): string | null {
  const url = parse(href, base);
  if (url === null) return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name));
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  url.search = new URLSearchParams(kept).toString();
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/$/, '');
  return url.href;
}

/** Whether two addresses are of one site as far as their hosts tell: equal, or differing by `www`, `m`, `amp` and the like. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [plainHost(one), plainHost(other)];
  return a !== null && b !== null && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`));
}

/** Host of an address as written there (`www.example.org`), with its port where it has one; `null` if there is none. */
export function hostOf(href: string | null): string | null {
  const url = parse(href, null);
  return url === null || url.host === '' ? null : url.host;
}

function plainHost(href: string): string | null {
  const host = hostOf(href);
  return host === null ? null : host.replace(/^(?:www\d?|m|mobile|amp|edition)\./, '');
}

function parse(href: string | null | undefined, base: string | null): URL | null {
  if (!href || href.length > longest) return null;
  try {
    const url = base === null ? new URL(href) : new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    // `URL` throws for what is no address; that is an answer here, not a fault.
    return null;
  }
}
