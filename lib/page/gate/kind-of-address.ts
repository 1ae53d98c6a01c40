const listSegments =
  /^\/(?:(?:search|tags?|categor(?:y|ies)|topics?|sections?|authors?|staff|people|archives?|latest|newest|trending|feeds?|rss|sitemap)(?:\/|$|\.)|.{0,80}\/page\/\d+\/?$|(?:.{0,40}\/)?index\.(?:html?|php|aspx?)$)/i;

const serviceSegments =
  /^\/(?:log-?in|sign-?in|sign-?up|register|accounts?|subscribe|subscriptions?|newsletters?|shop|cart|contact|about|privacy(?:-policy)?|terms)(?:\/|$|\.)/i;

/** One word alone (`/business`, `/sport/`) mostly names a section; an article's address says more. */
const oneWord = /^\/[a-z]{2,20}\/?$/i;

const searchKeys = ['q', 's', 'query', 'search', 'keyword', 'keywords'];

/**
 * What an address alone tells: a front page or search result (`front`), a topic, archive or author (`list`), what is probably
 * a section (`section`), a form or a page about the site (`service`); `null` for any other, and where there is no address.
 */
export function kindOfAddress(url: string | null): 'front' | 'list' | 'section' | 'service' | null {
  if (url === null || !URL.canParse(url)) return null;
  const { pathname, searchParams } = new URL(url);
  if (searchKeys.some((key) => searchParams.has(key))) return 'front';
  if (pathname === '/') return searchParams.size === 0 ? 'front' : namesOne(searchParams) ? null : 'list';
  if (serviceSegments.test(pathname)) return 'service';
  if (listSegments.test(pathname)) return 'list';
  return oneWord.test(pathname) ? 'section' : null;
}

/** Whether a query names one article by its number, as WordPress does (`/?p=123`). */
function namesOne(query: URLSearchParams): boolean {
  return [...query].some(
    ([name, value]) => /^(?:p|id|page_id|article|story|aid|nid)$/i.test(name) && /^\d+$/.test(value),
  );
}
