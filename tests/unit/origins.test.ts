import { describe, expect, it } from 'vitest';
import { type Article, bareReading } from '@/lib/core/article';
import { shippedOutlets } from '@/lib/core/article/outlet-table';
import { memoryCorpus, prepareArticle } from '@/lib/core/matching';
import { readAnatomy } from '@/lib/core/provenance';
import { buildReport, originsSentence, type Report, sayInEnglish } from '@/lib/core/report';
import { articleOf, textOf } from '../fixtures/made-up-articles';
import { wireStory } from '../fixtures/wire-story';

const now = new Date('2026-04-01');

/** A report on each of the articles, all of them held. */
async function reportsOn(articles: readonly Article[]): Promise<Report[]> {
  const library = memoryCorpus(
    articles.map((article) =>
      prepareArticle(article, {
        firstSeen: { at: '2026-03-31', precision: 'day', from: 'first-seen' },
        from: { kind: 'import', name: 'test' },
        credits: readAnatomy(bareReading(article)).credits,
        summary: null,
      }),
    ),
  );
  const outcomes = articles.map((article) => buildReport(bareReading(article), [library], { now: now }));
  return (await Promise.all(outcomes)).map((outcome) => {
    if (outcome.status !== 'found') throw new Error(outcome.status);
    return outcome.report;
  });
}

const paragraphsOf = (seed: number, count: number) => textOf(seed, count).split('\n\n');

const named = ({ origins }: Report) => origins.map(({ outlet }) => outlet).sort();

describe('origins are the same whichever copy is read', () => {
  it('one agency story at fifteen outlets in six versions is one origin', async () => {
    const papers = wireStory().map((text, at) => articleOf(`paper${at}`, text));
    for (const report of await reportsOn(papers)) {
      expect(named(report)).toEqual(['AP']);
      expect(originsSentence(sayInEnglish, report)).toBe('14 other outlets, 1 origin');
    }
  });

  it('twenty stations of one group are one origin', async () => {
    const hosts = shippedOutlets.all
      .flatMap(({ owner, domains }) => (owner === 'Sinclair' ? domains.slice(0, 1) : []))
      .slice(0, 20);
    expect(hosts).toHaveLength(20);
    const stations = hosts.map((host, at) =>
      articleOf(`station${at}`, textOf(3, 6), { outlet: host, url: `https://${host}/ferry` }),
    );
    for (const report of await reportsOn(stations)) {
      expect(report.origins).toMatchObject([{ outlet: 'Sinclair', kind: 'owner' }]);
      expect(report.outlets).toBe(hosts.length - 1);
    }
  });

  it('a passage of a third outlet goes back to it, read from there or from any that show it', async () => {
    const passage = paragraphsOf(5, 4);
    const quoting = (id: string, seed: number, lead: string) =>
      articleOf(id, [...paragraphsOf(seed, 2), lead, ...passage].join('\n\n'));
    const articles = [
      articleOf('lantern', [...passage, ...paragraphsOf(6, 1)].join('\n\n'), {
        outlet: 'Northern Lantern News',
      }),
      quoting('quay', 7, 'Northern Lantern News reports:'),
      quoting('tide', 8, 'As Northern Lantern News reported:'),
      quoting('mole', 9, 'There is more to be said of it.'),
    ];
    for (const report of await reportsOn(articles)) {
      expect(named(report)).toEqual(['Northern Lantern News']);
      expect(originsSentence(sayInEnglish, report)).toBe('3 other outlets, 1 origin');
    }
  });

  it('a digest of two agencies’ stories has two', async () => {
    const [first, second] = [paragraphsOf(11, 5), paragraphsOf(12, 5)];
    const digest = articleOf('digest', [...first.slice(0, 4), ...second.slice(0, 4)].join('\n\n'));
    const wire = (id: string, agency: string, [lead, ...rest]: string[]) =>
      articleOf(id, [`SEAPORT (${agency}) — ${lead}`, ...rest].join('\n\n'));
    const [report] = await reportsOn([
      digest,
      wire('a', 'AP', first),
      wire('b', 'AP', first),
      wire('c', 'Reuters', second),
      articleOf('d', second.join('\n\n')),
    ]);
    expect(named(report!)).toEqual(['AP', 'Reuters']);
    expect(originsSentence(sayInEnglish, report!)).toBe('4 other outlets, 2 origins');
  });
});
