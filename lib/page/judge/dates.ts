import { dayInAddress, readStamp, type Stamp } from '@/lib/core/article';
import { furniture, type GatheredPage, isProse, zone } from '@/lib/page/gathered';
import type { PageSays } from './metadata';

const publishedNames = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'date_published',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'article.published',
  'published-date',
  'publish-date',
  'publish_date',
  'publication_date',
  'pubdate',
  'article_date_original',
  'ptime',
  'date',
];
const modifiedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
  'revision_date',
];

/** A date further ahead than this is a mistake or a lie: one day, in ms, covers every time zone. */
const ahead = 24 * 60 * 60 * 1000;

/** Before the web had newspapers, a web page's date is a default value. */
const earliest = '1995';

/** Where a printed date is looked for: this many lines before the body and after its start, of this many UTF-16 units at most. */
const lines = { before: 15, after: 2, units: 120 } as const;

/**
 * When the page says it was published: linked data, `<meta>`, `<time>`, a line printed by the start of the body (`first` is the
 * index of its first block), then the address. `now` is in ms.
 */
export function readPublished(
  page: GatheredPage,
  says: PageSays,
  { url, now }: { url: string | null; now: number },
  first: number,
): Stamp | null {
  return (
    believable(readStamp(says.linked.datePublished, 'page'), now) ??
    fromMetas(says, publishedNames, now) ??
    fromTimes(page.times, now) ??
    fromLines(page, first, now) ??
    believable(dayInAddress(url ?? says.metadata.canonical), now)
  );
}

/** When the page says it was last changed; `null` if it does not say so or says the same as for publication. */
export function readModified(says: PageSays, published: Stamp | null, now: number): Stamp | null {
  const stamp =
    believable(readStamp(says.linked.dateModified, 'page'), now) ?? fromMetas(says, modifiedNames, now);
  return stamp === null || stamp.at === published?.at ? null : stamp;
}

function fromMetas(says: PageSays, names: readonly string[], now: number): Stamp | null {
  for (const name of names) {
    const stamp = believable(readStamp(says.metas.get(name) ?? null, 'page'), now);
    if (stamp !== null) return stamp;
  }
  return null;
}

function fromTimes(times: readonly string[], now: number): Stamp | null {
  for (const time of times) {
    const stamp = believable(readStamp(time, 'page'), now);
    if (stamp !== null) return stamp;
  }
  return null;
}

function fromLines(page: GatheredPage, first: number, now: number): Stamp | null {
  const near = page.blocks
    .slice(Math.max(0, first - lines.before), first + lines.after)
    .filter(({ text, zones }) => text.length <= lines.units && (zones & (furniture | zone.list)) === 0)
    .filter((block) => !isProse(block) && !/^(?:last )?(?:updated|modified)/i.test(block.text));
  return fromTimes(near.map(({ text }) => text).reverse(), now);
}

function believable(stamp: Stamp | null, now: number): Stamp | null {
  if (stamp === null || stamp.at < earliest) return null;
  return Date.parse(stamp.at) > now + ahead ? null : stamp;
}
