/** The patterns that stand for every web page. */
export const allPagePatterns = ['https://*/*', 'http://*/*'];

/** The site a host pattern covers, for the reader: `https://*.daily.example/*` → `daily.example`. */
function siteOfPattern(pattern: string): string {
  return pattern.replace(/^(https?|\*):\/\/(\*\.)?/, '').replace(/\/\*$/, '');
}

/** Watched patterns by site, in alphabetical order; the ones for all pages are left out. */
export function watchedSites(watched: readonly string[]): { site: string; patterns: string[] }[] {
  const sites = watched.filter((pattern) => !allPagePatterns.includes(pattern));
  return [...Map.groupBy(sites, siteOfPattern)]
    .map(([site, patterns]) => ({ site, patterns }))
    .sort((a, b) => (a.site < b.site ? -1 : 1));
}
