/**
 * Ten outlets with one agency's story are one origin. Copies are grouped by what they say of themselves (credit lines),
 * by what of this page they share (an excerpt of a third outlet goes back to that outlet), and by owner.
 */
import { type Outlet, outletNamed, outletOf } from '@/lib/core/article';
import type { TextMatch } from '@/lib/core/matching/types';
import type { Origin } from '@/lib/core/report/types';
import { creditedSource } from './anatomy/whole-credit';
import type { ReadPage } from './first-run';
import { isAgencyName } from './name-shapes';
import type { AnatomyPart, Credit } from './types';

/** From this share of a match's passages inside one excerpt on, what it shares is that excerpt. */
const MOSTLY = 0.6;

interface Group {
  articles: string[];
  /** Outlets that copies credit as a whole, in order of the copies. */
  credited: Outlet[];
  publishers: Outlet[];
}

/**
 * The independent origins of a page's text, and how many other outlets ran it. `outlets` counts publishers, not addresses:
 * a carrier counts as the outlet it names, further copies of one outlet once, the page's own outlet not at all.
 * Sharing a quotation is not running a text.
 */
export function originsOf(
  page: ReadPage,
  textMatches: readonly TextMatch[],
): { origins: Origin[]; outlets: number } {
  const own = outletOf(page.article.outlet, page.article.url);
  const copies = textMatches.filter(({ relation }) => relation !== 'shared-quotation');
  const groups = new Map<string, Group>();
  const main = join(groups, 'main', page.article.id, own, creditedOutlet(page.credits));
  for (const match of copies) {
    const { article } = match;
    const publisher = outletOf(article.outlet, article.url);
    const credited = creditedOutlet(article.credits);
    join(groups, groupOf(match, page, credited), article.id, publisher, credited);
  }
  const outlets = new Set(
    copies.flatMap(({ article }) => {
      const publisher = outletOf(article.outlet, article.url);
      return publisher && publisher.key !== own?.key ? [publisher.key] : [];
    }),
  );
  const nameless = copies.filter(({ article }) => outletOf(article.outlet, article.url) === null).length;
  const origins = [...groups].map(([key, group]) => originOf(key, group, group === main ? page : null));
  return { origins: folded(origins), outlets: outlets.size + nameless };
}

function join(
  groups: Map<string, Group>,
  key: string,
  id: string,
  publisher: Outlet | null,
  credited: Outlet | null,
): Group {
  const group = groups.get(key) ?? { articles: [], credited: [], publishers: [] };
  group.articles.push(id);
  if (credited) group.credited.push(credited);
  if (publisher) group.publishers.push(publisher);
  groups.set(key, group);
  return group;
}

/** The outlet a text credits as a whole. */
function creditedOutlet(credits: readonly Credit[]): Outlet | null {
  const credit = creditedSource(credits);
  return credit === null ? null : outletOf(credit.outlet, null);
}

/** Which text of the page a match shares: the page's as a whole, an excerpt in it, or a wire paragraph. */
function groupOf(match: TextMatch, { anatomy }: ReadPage, credited: Outlet | null): string {
  if (match.relation === 'reprint' || match.relation === 'edited-reprint') return 'main';
  const source = excerptShared(match, anatomy.parts);
  if (source !== null && anatomy.originalOutlet !== source) return `outlet ${outletOf(source, null)?.key}`;
  if (match.relation === 'shared-source') return credited ? `outlet ${credited.key}` : 'shared';
  return 'main';
}

function excerptShared({ passages }: TextMatch, parts: readonly AnatomyPart[]): string | null {
  const all = passages.reduce((sum, { here }) => sum + here.end - here.start, 0);
  const bySource = new Map<string, number>();
  for (const part of parts) {
    if (part.source === null || part.kind === 'reprint') continue;
    const inside = passages.reduce(
      (sum, { here }) =>
        sum + Math.max(0, Math.min(here.end, part.span.end) - Math.max(here.start, part.span.start)),
      0,
    );
    bySource.set(part.source, (bySource.get(part.source) ?? 0) + inside);
  }
  const best = [...bySource].sort((a, b) => b[1] - a[1])[0];
  return best && all > 0 && best[1] >= MOSTLY * all ? best[0] : null;
}

/** What a group goes back to: an agency somebody credits, the outlet most credited, one owner, or nobody stated. */
function originOf(key: string, group: Group, page: ReadPage | null): Origin {
  const { articles } = group;
  const agency =
    group.credited.find(({ name }) => isAgencyName(name)) ??
    group.publishers.find(({ kind }) => kind === 'agency');
  if (agency) return { outlet: agency.name, kind: 'agency', articles };
  const credited = mostNamed(group.credited);
  if (credited) return { outlet: credited.name, kind: 'outlet', articles };
  if (key === 'shared') return { outlet: null, kind: 'unknown', articles };
  if (key.startsWith('outlet ')) {
    const named = group.publishers.find((publisher) => `outlet ${publisher.key}` === key);
    return { outlet: named?.name ?? nameOf(key.slice(7)), kind: 'outlet', articles };
  }
  const dominant = page?.anatomy.originalOutlet ?? null;
  if (dominant !== null)
    return {
      outlet: dominant,
      kind: isAgencyName(dominant) ? 'agency' : 'outlet',
      articles,
    };
  const publishers = new Map(group.publishers.map((publisher) => [publisher.key, publisher]));
  const [only] = publishers.values();
  if (publishers.size === 1 && only) return { outlet: only.name, kind: 'outlet', articles };
  const owners = new Set(group.publishers.map(({ owner }) => owner));
  const [owner] = owners;
  if (owners.size === 1 && owner) return { outlet: owner, kind: 'owner', articles };
  return { outlet: null, kind: 'unknown', articles };
}

function mostNamed(outlets: readonly Outlet[]): Outlet | null {
  const counts = new Map<string, { outlet: Outlet; times: number }>();
  for (const outlet of outlets) {
    const known = counts.get(outlet.key);
    counts.set(outlet.key, { outlet, times: (known?.times ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.times - a.times)[0]?.outlet ?? null;
}

function nameOf(key: string): string {
  return outletNamed(key)?.name ?? key;
}

/** Groups that turn out to go back to the same outlet, or to outlets of one owner, are one origin. */
function folded(origins: readonly Origin[]): Origin[] {
  const kept = new Map<string, Origin>();
  for (const origin of origins) {
    const key =
      origin.outlet === null ? `unknown ${kept.size}` : (outletNamed(origin.outlet)?.key ?? origin.outlet);
    const known = kept.get(key);
    kept.set(key, known ? { ...known, articles: [...known.articles, ...origin.articles] } : origin);
  }
  return [...kept.values()];
}
