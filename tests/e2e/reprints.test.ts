import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Passage } from '@/lib/core/alignment';
import { tokenize } from '@/lib/core/text';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import {
  type ArticleSet,
  articlesOf,
  type CollectionArticle,
  hasCollections,
  pairsOf,
  type SilverPair,
  skipNote,
} from '../collections';
import { articlePage, type Site, startSite } from '../site';
import { importRecords, lookAt, madeUpHost, openPopover, popoverText, reportOf } from './reader.ts';

const sets: ArticleSet[] = ['fa-kes', 'allsides-2012-2016', 'buzzfeed-webis'];
const pairs = 10;
/** Articles in the library besides the copies, none of which is served. */
const others = 2_000;

interface Case {
  name: string;
  here: CollectionArticle;
  there: CollectionArticle;
  /** Share of the served text's shingles that stand in the other (silver). */
  containment: number;
}

/** Reprint pairs of different outlets, hand-read ones first. */
function cases(): { cases: Case[]; others: CollectionArticle[] } {
  const found: { pair: SilverPair; articles: Map<string, CollectionArticle> }[] = [];
  const everything: CollectionArticle[] = [];
  for (const set of sets) {
    const articles = articlesOf(set);
    everything.push(...articles);
    const byId = new Map(articles.map((article) => [article.id, article]));
    for (const pair of pairsOf(set)) {
      if (pair.relation === 'reprint' && !pair.same_outlet) found.push({ pair, articles: byId });
    }
  }
  const byHand = ({ pair }: { pair: SilverPair }) => (pair.hand?.includes('reprint') ? 0 : 1);
  const chosen = found.sort((a, b) => byHand(a) - byHand(b)).slice(0, pairs);
  const used = new Set(chosen.flatMap(({ pair }) => [pair.a, pair.b]));
  return {
    cases: chosen.map(({ pair, articles }) => ({
      name: `${pair.a} ~ ${pair.b}`,
      here: articles.get(pair.a)!,
      there: articles.get(pair.b)!,
      containment: pair.cont_a,
    })),
    others: everything.filter(({ id }) => !used.has(id)).slice(0, others),
  };
}

/** Distinct runs of five folded words. */
function shingles(text: string): Set<string> {
  const { words } = tokenize(text);
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
}

/** Share of a text's distinct shingles that stand in the passages found, here and there. */
function shingleShare(text: { here: string; there: string }, passages: Passage[]): number {
  const inPassages = (side: 'here' | 'there') =>
    passages.flatMap((passage) => [...shingles(text[side].slice(passage[side].start, passage[side].end))]);
  const there = new Set(inPassages('there'));
  const shared = new Set(inPassages('here').filter((shingle) => there.has(shingle)));
  return shared.size / shingles(text.here).size;
}

describe.skipIf(!hasCollections)(
  `Real reprints between different outlets, 2,000 other articles held${skipNote}`,
  () => {
    const given = hasCollections ? cases() : { cases: [], others: [] };
    let site: Site;
    let run: ExtensionRun;

    beforeAll(async () => {
      site = await startSite();
      run = await launchChromium();
      await run.grant(['http://*.example/*']);
      await importRecords(run, [...given.others, ...given.cases.map(({ there }) => there)]);
    }, 240_000);

    afterAll(async () => {
      await run?.close();
      await site?.close();
    });

    it.each(given.cases)('names outlet, relation and share: $name', async ({ here, there, containment }) => {
      const host = madeUpHost(here.outlet ?? 'outlet');
      const address = site.addPage(
        host,
        `/${here.id}`,
        articlePage({
          host,
          outlet: here.outlet ?? 'Outlet',
          title: here.title ?? 'Untitled',
          byline: here.byline,
          published: here.published,
          paragraphs: here.text.split(/\n\s*\n/),
        }),
      );
      const page = await run.context.newPage();
      const report = reportOf(await lookAt(run, page, address));
      const match = report.sameText.find(({ article }) => article.id === there.id);
      expect(match?.relation).toMatch(/reprint$/);
      // The share shown counts equal words; silver counts five-word shingles, of which every changed word breaks five.
      // So the passages found are held against silver by silver's own measure.
      const text = { here: here.text, there: there.text };
      expect(Math.abs(shingleShare(text, match!.passages) - containment)).toBeLessThanOrEqual(0.1);
      expect(match!.coverage.here).toBeGreaterThanOrEqual(containment - 0.1);

      const shown = await popoverText(await openPopover(run, page));
      expect(shown).toContain(there.outlet);
      expect(shown).toMatch(/reprint/i);
      expect(shown).toContain(`${Math.round(match!.coverage.here * 100)}%`);
      await page.close();
    });
  },
);
