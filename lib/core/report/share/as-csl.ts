import type { Stamp } from '@/lib/core/article';
import { creditedSource } from '@/lib/core/provenance/anatomy/whole-credit';
import { authorOf } from '@/lib/core/provenance/authors';
import type { Credit } from '@/lib/core/provenance/types';
import type { Say } from '../phrases';
import { relationWords, shareSentence } from '../wording';
import type { Finding } from './finding';
import { plain, webAddress } from './plain';

interface CslDate {
  'date-parts': [number[]];
}

/** The fields of CSL-JSON (citation-style-language/schema, csl-data.json) that a news article fills. */
export interface CslItem {
  id: string;
  type: 'article-newspaper';
  title?: string;
  'container-title'?: string;
  author?: { literal: string }[];
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  language?: string;
  /** Whose text it is by its own credit line, and the date that outlet's held copy claims. */
  'original-publisher'?: string;
  'original-date'?: CslDate;
  note?: string;
}

interface Described {
  id: string;
  outlet: string | null;
  url: string | null;
  title: string | null;
  byline: string | null;
  published: Stamp | null;
  language: string | null;
}

/** The page and the articles of the finding as citations, for Zotero, pandoc and the like. */
export function asCsl(say: Say, { report, day }: Finding): CslItem[] {
  const { page, anatomy, sameText, sameStory, firstRun } = report;
  const dateOf = (outlet: string) =>
    sameText.find(({ article }) => article.outlet === outlet)?.article.published ?? null;
  const original = (outlet: string | null) => ({
    ...(outlet && { 'original-publisher': plain(outlet), ...dated('original-date', dateOf(outlet)) }),
  });
  return [
    {
      ...item(page, anatomy.credits),
      ...dated('accessed', { at: day }),
      ...original(
        firstRun.kind === 'says-it-comes-from' && firstRun.saidBy === null ? firstRun.outlet : null,
      ),
    },
    ...sameText.map((match) => ({
      ...item(match.article, match.article.credits),
      ...original(creditedSource(match.article.credits)?.outlet ?? null),
      note: `${relationWords(say, match.relation)}: ${shareSentence(say, match)}`,
    })),
    ...sameStory.map(({ article, relation }) => ({
      ...item(article, article.credits),
      note: relationWords(say, relation),
    })),
  ];
}

function item(described: Described, credits: readonly Credit[]): CslItem {
  const { id, outlet, url, title, byline, published, language } = described;
  const address = webAddress(url);
  const author = authorOf(byline, credits);
  return {
    id,
    type: 'article-newspaper',
    ...(title && { title: plain(title) }),
    ...(outlet && { 'container-title': plain(outlet) }),
    ...(author && { author: [{ literal: plain(author) }] }),
    ...dated('issued', published),
    ...(address && { URL: address }),
    ...(language && { language }),
  };
}

/** A date to the day; nothing where there is none. */
function dated<Key extends string>(key: Key, stamp: { at: string } | null): { [K in Key]?: CslDate } {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/
    .exec(stamp?.at ?? '')
    ?.slice(1)
    .map(Number);
  const fields: { [K in Key]?: CslDate } = {};
  if (parts !== undefined) fields[key] = { 'date-parts': [parts] };
  return fields;
}
