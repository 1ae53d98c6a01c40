import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import data from '@/assets/credit-lines.json';
import {
  type Article,
  type ArticleLink,
  noMetadata,
  type PageMetadata,
  type SourceLine,
} from '@/lib/core/article';
import { articleOf } from '@/tests/fixtures/made-up-articles';
import { readCredits } from './read-credits';

const story =
  'The ferry stayed in port for the third day running.\n\nCrews said the repair would take a week, and the mayor asked for patience.';

const article = (text: string, more: Partial<Article> = {}) => articleOf('harbour', text, more);

const creditsOf = (page: Article, lines: SourceLine[] = [], metadata: PageMetadata = noMetadata) =>
  readCredits({ article: page, lines, metadata });

const under = (line: string) => article(`${story}\n\n${line}`);
const inTail = (text: string, links: ArticleLink[] = []): SourceLine => ({
  text,
  links,
  place: 'tail',
  span: null,
});
const named = (line: string) =>
  creditsOf(under(line)).map(({ kind, outlet, author }) => [kind, outlet, author]);

describe('credit lines of the table', () => {
  const samples = data.kinds.flatMap(({ kind, language, samples }) =>
    samples.map((sample) => ({ kind, language, ...sample })),
  );

  it.each(samples)('reads "$line" ($language) as $kind', (sample) => {
    const [credit] = creditsOf(under(sample.line)).filter(({ kind }) => kind === sample.kind);
    expect(credit?.outlet).toBe(sample.outlet);
    if ('author' in sample) expect(credit?.author).toBe(sample.author);
  });

  it.each(data.refused)('refuses "%s"', (line) => expect(named(line)).toEqual([]));

  it('has a sample for every kind it knows', () => {
    for (const { kind, phrases, samples } of data.kinds) {
      expect(phrases.length, kind).toBeGreaterThan(0);
      expect(samples.length, kind).toBeGreaterThan(0);
    }
  });
});

describe('readCredits', () => {
  it.each([
    ['a dateline', 'SEAPORT, Maine (AP) — The ferry stayed in port.', 'AP'],
    ['a dateline with a date', 'SEAPORT, May 3 (Xinhua) -- The ferry stayed in port.', 'Xinhua'],
    [
      'an agency it does not know, by its name',
      'SEAPORT (Seaboard Wire) — The ferry stayed in port.',
      'Seaboard Wire',
    ],
    ['a dateline between bars', 'Seaport, Maine | AFP | The ferry stayed in port.', 'AFP'],
    ['a weblog’s line of date and author', 'Posted on 12 March 2026 by Tideline Wire', 'Tideline Wire'],
    ['a German dateline', 'Hamburg (dpa) - Die Fähre blieb im Hafen.', 'dpa'],
    ['an Italian dateline', '(ANSA) - ROMA, 3 MAG - Il traghetto resta in porto.', 'ANSA'],
    ['a Spanish dateline', 'Madrid, 3 may (EFE).- El transbordador sigue en puerto.', 'EFE'],
    ['a Russian dateline', 'МОСКВА, 3 мая. /ТАСС/. Паром остался в порту.', 'TASS'],
    ['an Arabic dateline', 'بيروت (رويترز) - بقيت العبارة في المرفأ', 'Reuters'],
  ])('reads %s', (_, first, outlet) => {
    const [credit] = creditsOf(article(`${first}\n\n${story}`));
    expect(credit).toMatchObject({ kind: 'wire', outlet });
  });

  it.each([
    ['The repair is to end on Friday. -AFP', ['AFP']],
    ['MCT, Reuters', ['Tribune News Service', 'Reuters']],
    ['(Harbour TV with AFP, AP)', ['Harbour TV', 'AFP', 'AP']],
  ])('reads a wire tail: %s', (line, outlets) => {
    expect(named(line)).toEqual(outlets.map((outlet) => ['wire', outlet, null]));
  });

  it.each([
    ['The repair is to end on Friday. -AFP', '-AFP'],
    ['The engineers work with what they have. (Reuters)', '(Reuters)'],
  ])('quotes the mark of a wire tail and not the sentence it closes: %s', (line, mark) => {
    const page = under(line);
    const wire = creditsOf(page).find(({ kind }) => kind === 'wire');
    expect(wire?.line).toBe(mark);
    expect(page.text.slice(wire?.span?.start, wire?.span?.end)).toBe(mark);
  });

  it.each([
    ['Northern Lantern News reports:', 'Northern Lantern News'],
    ['As the Daily Mail reported:', 'Daily Mail'],
    ['From The Washington Times:', 'The Washington Times'],
    ['According to Reuters:', 'Reuters'],
  ])('reads a lead to somebody else’s words: %s', (lead, outlet) => {
    const text = `${story}\n\n${lead}\n\nThe ferry has been in service since spring, and nobody was hurt.`;
    expect(creditsOf(article(text))).toMatchObject([{ kind: 'quote-lead', outlet, line: lead }]);
  });

  it.each(['The harbour master reported:', 'Ann Carter, who owns a kiosk, notes:', 'From the minutes:'])(
    'leaves a lead to a person’s or nobody’s words alone: %s',
    (lead) =>
      expect(creditsOf(article(`${story}\n\n${lead}\n\nNothing moved all day, and it rained.`))).toEqual([]),
  );

  it('tells help by another outlet from help by its own staff', () => {
    const line = 'CNN’s Ann Carter contributed to this report.';
    const on = (outlet: string | null) => creditsOf({ ...under(line), outlet }).map(({ kind }) => kind);
    expect(on('harbour.example')).toEqual(['contributed']);
    expect(on(null)).toEqual(['contributed']);
    expect(on('edition.cnn.com')).toEqual([]);
  });

  it('never credits the page’s own outlet', () => {
    expect(
      creditsOf({ ...under('This article originally appeared on Reuters.'), outlet: 'reuters.com' }, []),
    ).toEqual([]);
    expect(creditsOf({ ...under('Source: Harbour'), outlet: 'harbour.example' })).toEqual([]);
  });

  it('finds the outlet a link leads to where the line names nobody', () => {
    const link = { text: 'here', href: 'https://www.theguardian.com/a', span: null };
    expect(creditsOf(article(story), [inTail('Read the full article here', [link])])).toMatchObject([
      { kind: 'read-more', outlet: 'The Guardian', url: link.href, span: null },
    ]);
    const bad = { ...link, href: 'javascript:alert(1)' };
    expect(creditsOf(article(story), [inTail('Read the full article here', [bad])])).toMatchObject([
      { kind: 'read-more', outlet: null, url: null },
    ]);
  });

  it('takes "Source: X" under a byline for whose article it is', () => {
    const lines = [inTail('By Ann Carter'), inTail('Source: Northern Lantern')];
    expect(creditsOf(article(story), lines)).toMatchObject([
      { kind: 'republished', outlet: 'Northern Lantern' },
    ]);
    expect(creditsOf(article(story), lines.slice(1))).toMatchObject([{ kind: 'source' }]);
  });

  it('finds a lost name in the outlet’s own description', () => {
    const lines = [
      inTail('Contributed by Ann Carter of'),
      inTail('At Northern Lantern, we print what others pass by.'),
    ];
    expect(creditsOf(article(story), lines)).toMatchObject([
      { kind: 'republished', outlet: 'Northern Lantern', author: 'Ann Carter' },
    ]);
  });

  it('takes agencies’ names that stand alone outside of the text for tags of other articles, unless there is just one', () => {
    const tagged = (...tags: string[]) =>
      creditsOf(
        article(story),
        tags.map((tag) => inTail(tag)),
      );
    expect(tagged('AFP')).toMatchObject([{ kind: 'wire', outlet: 'AFP' }]);
    expect(tagged('AFP', 'Reuters')).toEqual([]);
  });

  it('reads an agency in the byline', () => {
    expect(creditsOf(article(story, { byline: 'By Ann Carter, Associated Press' }))).toMatchObject([
      { kind: 'wire', outlet: 'AP', author: 'Ann Carter', span: null },
    ]);
    expect(creditsOf(article(story, { byline: 'AFP/The Courier' }))).toMatchObject([
      { kind: 'wire', outlet: 'AFP', author: null },
    ]);
  });

  it('names markup as evidence: a canonical address across owners, a pixel, a credit text', () => {
    const on = (metadata: Partial<PageMetadata>, url = 'https://harbour.example/a') =>
      creditsOf(article(story, { outlet: null, url }), [], { ...noMetadata, ...metadata }).map(
        ({ kind, outlet }) => [kind, outlet],
      );
    expect(on({ canonical: 'https://www.reuters.com/a' })).toEqual([['republished', 'Reuters']]);
    expect(on({ canonical: 'https://harbour.example/b' })).toEqual([]);
    expect(on({ canonical: 'https://www.sun-sentinel.com/a' }, 'https://www.orlandosentinel.com/a')).toEqual(
      [],
    );
    expect(on({ republicationPixel: 'https://www.propublica.org/x?pixel' })).toEqual([
      ['republished', 'ProPublica'],
    ]);
    expect(on({ creditText: 'Reuters' })).toEqual([['wire', 'Reuters']]);
    expect(on({ ogUrl: 'https://www.reuters.com/a' })).toEqual([['source', 'Reuters']]);
    expect(on({ copyrightHolder: 'Reuters' })).toEqual([['syndication-notice', 'Reuters']]);
    expect(on({ publisher: 'Northern Lantern' })).toEqual([]);
    expect(on({ publisher: 'Northern Lantern' }, 'https://www.msn.com/a')).toEqual([
      ['republished', 'Northern Lantern'],
    ]);
    expect(on({ canonical: 'javascript:alert(1)', isBasedOn: 'data:text/html,x' })).toEqual([]);
  });

  it('takes a page without an address for the outlet that its markup names', () => {
    const page = article(story, { outlet: null, byline: 'Reuters' });
    expect(creditsOf(page, [], { ...noMetadata, siteName: 'Reuters' })).toEqual([]);
    expect(creditsOf(page, [], noMetadata)).toMatchObject([{ kind: 'wire', outlet: 'Reuters' }]);
  });

  it('takes a site’s footer for no notice about this text', () => {
    const footer = { ...inTail('Copyright 2026 The Associated Press.'), place: 'elsewhere' as const };
    expect(creditsOf(article(story), [footer])).toEqual([]);
    expect(named('Associated Press articles: Copyright 2026 The Associated Press.')).toEqual([]);
  });

  it('quotes every credit verbatim from where it stands', () => {
    const phrases = data.kinds.flatMap(({ samples }) => samples.map(({ line }) => line));
    const pieces = fc.constantFrom(
      ...phrases,
      'KYIV (Reuters) -',
      'It rained. -AFP',
      'Plain words.',
      '\u202E\u200B',
      'As KQED reports:',
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(pieces, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        (blocks) => {
          const text = blocks.map((block) => block.join(' ')).join('\n\n');
          for (const { span, line } of creditsOf(article(text)))
            expect(span && text.slice(span.start, span.end)).toBe(line);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps to its bounds on hostile text', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `Source: Harbour Weekly ${at}`).join('\n\n');
    expect(creditsOf(article(many, { byline: 'By A '.repeat(5_000) })).length).toBeLessThanOrEqual(200);
    for (const unit of ['(', 'Source: ', 'by ', 'A ', '“', 'this article was ', 'A (', ', '])
      expect(creditsOf(article(unit.repeat(Math.ceil(1_000_000 / unit.length)))).length).toBeLessThan(10);
  });
});
