// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Report } from '@/lib/core/report/types';
import { problems } from '@/tests/fixtures/draw';
import { alone, corrected, ferry, ferryPassages, ferryTexts, hostile } from '@/tests/fixtures/reports';
import { sayInEnglish as say, sayWith } from '../phrases';
import { originsSentence } from '../wording';
import type { CslItem } from './as-csl';
import { type Finding, shareForms } from './finding';
import { style, styleHash } from './html-style';
import { shareFinding } from './share-finding';

const shared: Report = {
  ...ferry,
  sameText: ferry.sameText.map((match, index) =>
    index === 0 ? { ...match, passages: ferryPassages } : { ...match, passages: [] },
  ),
};
const finding: Finding = { report: shared, text: ferryTexts.here, day: '2026-03-12' };
const of = (report: Report, text = ''): Finding => ({ report, text, day: '2026-03-12' });
const reportOf = (outcome: typeof hostile): Report => {
  if (!('report' in outcome)) throw new Error('the fixture has no report');
  return outcome.report;
};
const content = (given: Finding, form: (typeof shareForms)[number], hideAnswers = false) =>
  shareFinding(say, given, form, { hideAnswers }).content;
const parsed = (page: string) => new DOMParser().parseFromString(page, 'text/html');

describe('every form', () => {
  it.each(shareForms)('%s is the same for the same finding', (form) => {
    expect(content(finding, form)).toBe(content(structuredClone(finding), form));
  });

  it('has a name that any system takes, by headline and day', () => {
    expect(shareFinding(say, finding, 'html').name).toBe(
      'refrain-osk-ferry-stays-in-port-for-a-third-week-2026-03-12.html',
    );
    const nameless = of({ ...shared, page: { ...shared.page, title: '../..\\:*?' } });
    expect(shareFinding(say, nameless, 'csl').name).toBe('refrain-2026-03-12.csl.json');
  });

  it('says the day on which its reader first saw a copy, not the minute', () => {
    for (const form of shareForms) expect(content(finding, form)).not.toMatch(/7:12|07:12/);
    expect(content(finding, 'text')).toContain('Mar 10, 2026, first seen here');
  });

  it('names an outlet with a passage only where it has nearly all of it', () => {
    const text = 'The seal for the main pump is missing and nobody can say where it went. '.repeat(5);
    const having = (outlet: string, start: number, end: number, words: number) => ({
      ...shared.sameText[0]!,
      article: { ...shared.sameText[0]!.article, id: outlet, outlet },
      passages: [{ kind: 'same' as const, here: { start, end }, there: { start, end }, words, quoted: 0 }],
    });
    const sameText = [having('Whole', 0, 350, 70), having('Nearly', 10, 350, 68), having('Half', 0, 180, 36)];
    const words = content(of({ ...shared, sameText }, text), 'text');
    expect(words).toContain('also at Whole and Nearly');
    expect(words).not.toMatch(/also at .*Half/);
  });

  it('quotes at most 300 characters of a passage, and ten passages', () => {
    const sentence = 'The seal for the main pump is missing and nobody can say where it went. ';
    const text = sentence.repeat(400);
    const passages = Array.from({ length: 40 }, (_, index) => ({
      kind: 'same' as const,
      here: { start: index * 700, end: index * 700 + 690 },
      there: { start: 0, end: 690 },
      words: 120 + index,
      quoted: 0,
    }));
    const long = of({ ...shared, sameText: [{ ...shared.sameText[0]!, passages }] }, text);
    const quotes = [...parsed(content(long, 'html')).querySelectorAll('q')].map((q) => q.textContent);
    expect(quotes.filter((quote) => quote.startsWith('The seal') || quote.includes('pump'))).toHaveLength(10);
    for (const quote of quotes) expect(quote.length).toBeLessThanOrEqual(300);
    const { items } = JSON.parse(content(long, 'annotation'));
    for (const { target } of items) expect(target.selector[0].exact.length).toBeLessThanOrEqual(300);
  });
});

describe('the HTML file', () => {
  it('asks for nothing: no script, no image, no style but its own, let in by its hash', () => {
    const page = parsed(content(finding, 'html'));
    expect(page.querySelector('script, img, link, iframe, object, [src], [style], [onclick]')).toBeNull();
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(createHash('sha256').update(style.toString()).digest('base64')).toBe(styleHash);
    expect(page.querySelector('style')?.textContent).toBe(style.toString());
  });

  it('says the same count of outlets and origins as everywhere', () => {
    expect(content(finding, 'html')).toContain(originsSentence(say, shared));
  });

  it('names every copy with its relation, shares and credit line', () => {
    const words = parsed(content(finding, 'html')).body.textContent;
    for (const expected of [
      'Brannmark Bulletin',
      'Edited reprint',
      '51% of this page; 80% of theirs',
      'This article first appeared in the Brannmark Bulletin.',
      'What this cannot tell',
      'Searched 4,310 articles of 12 outlets',
    ])
      expect(words).toContain(expected);
  });

  it('says of a telling of which only the headline is held that there is no more', () => {
    const [telling] = shared.sameStory;
    const tellings = (held: 'text' | 'headline-only') =>
      content(
        of({ ...shared, sameStory: [{ ...telling!, article: { ...telling!.article, held } }] }),
        'html',
      );
    expect(tellings('headline-only')).toContain('Headline only');
    expect(tellings('text')).not.toContain('Headline only');
  });

  it('names the ends of the time line below its picture', () => {
    const ends = [...parsed(content(finding, 'html')).querySelectorAll('.ends bdi')];
    expect(ends.map((end) => end.textContent)).toEqual(['Mar 9, 2026', 'Mar 10, 2026']);
  });

  it('lists the items of a digest that are shared', () => {
    const digest = {
      ...shared.sameText[0]!,
      parts: [
        {
          relation: 'reprint' as const,
          coverage: { here: 0.9, there: 0.2 },
          wordsShared: 80,
          passages: [0],
          here: { start: 0, end: 200 },
          there: null,
          opening: 'The ferry stays in port …',
        },
      ],
    };
    for (const form of ['html', 'text', 'jsonld'] as const)
      expect(content(of({ ...shared, sameText: [digest] }, ferryTexts.here), form)).toContain(
        'Reprint: “The ferry stays in port …”',
      );
  });

  it('says what was corrected since, and who still has it as it was', () => {
    const words = parsed(content(of(corrected), 'html')).body.textContent;
    expect(words).toContain('The Tideline changed one sentence between Mar 9, 2026 and Mar 10, 2026.');
    expect(words).toContain('Forty people were on board.');
    expect(words).toContain('last looked at Mar 11, 2026');
    expect(content(of(shared), 'html')).not.toContain('What was corrected');
  });

  it('hides the answers behind their questions for a class, without a script', () => {
    const page = parsed(content(finding, 'html', true));
    const answers = [...page.querySelectorAll('details')];
    expect(answers.length).toBeGreaterThan(4);
    for (const answer of answers) expect(answer.open).toBe(false);
    for (const question of page.querySelectorAll('h2')) expect(question.closest('details')).toBeNull();
    const names = answers.map((answer) => answer.querySelector('summary')?.textContent);
    expect(new Set(names).size).toBe(names.length);
    for (const answer of answers) answer.remove();
    expect(page.body.textContent).not.toContain('Brannmark Bulletin');
    expect(page.body.textContent).toContain('What this cannot tell');
  });

  it('shows strings of hostile pages as the text they are', () => {
    const page = parsed(content(of(reportOf(hostile)), 'html'));
    expect(page.querySelector('img, b, script')).toBeNull();
    expect(page.body.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(page.querySelector('a[href^="javascript"]')).toBeNull();
  });

  it('is written from right to left where its language is', () => {
    const arabic = sayWith((key) => key, 'ar');
    const page = parsed(shareFinding(arabic, finding, 'html').content);
    expect(page.documentElement.dir).toBe('rtl');
    expect(page.documentElement.lang).toBe('ar');
    const facts = [...page.querySelectorAll('.block.soft > bdi')];
    expect(facts.length).toBeGreaterThan(5);
    expect(new Set(facts.map((fact) => fact.getAttribute('dir')))).toEqual(new Set(['rtl']));
  });

  it.each([
    ['open', finding, false],
    ['with hidden answers', finding, true],
    ['of a page nobody else has', of(reportOf(alone)), false],
    ['of hostile strings', of(reportOf(hostile)), false],
  ] as const)('axe finds nothing: %s', async (_, given, hide) => {
    document.documentElement.lang = 'en';
    document.title = 'Refrain';
    document.body.innerHTML = parsed(content(given, 'html', hide)).body.innerHTML;
    expect(await problems(document.body)).toEqual([]);
  });
});

describe('text and links', () => {
  it('say what the HTML says, one line each', () => {
    const text = content(finding, 'text');
    expect(text).toContain(originsSentence(say, shared));
    expect(text).toContain('- Evening Mirror of Tessel (Edited reprint)');
    expect(text).toContain('WHAT THIS CANNOT TELL');
    expect(text).not.toMatch(/undefined|null|\[object/);
  });

  it('list every article with a web address', () => {
    const links = content(finding, 'links').split('\n');
    const articles = [...shared.sameText, ...shared.sameStory].map(({ article }) => article.url);
    expect(links.filter((line) => line.startsWith('https://'))).toEqual([shared.page.url, ...articles]);
    expect(content(of(reportOf(hostile)), 'links')).not.toContain('javascript:');
  });
});

describe('JSON-LD', () => {
  const graph = (given: Finding): Record<string, unknown>[] => JSON.parse(content(given, 'jsonld'))['@graph'];

  it('says what the page is based on by its own credit line, with the line', () => {
    expect(graph(finding)[0]).toMatchObject({
      '@type': 'NewsArticle',
      url: 'https://www.tideline.example/ferry',
      creditText: 'Source: Brannmark Bulletin',
      isBasedOn: {
        '@id': 'https://bulletin.example/osk',
        publisher: { '@type': 'NewsMediaOrganization', name: 'Brannmark Bulletin' },
      },
    });
  });

  it('says of a copy what its own line says, and how much is shared', () => {
    const copy = graph(finding).find(({ url }) => url === 'https://evening.example/42');
    expect(copy).toMatchObject({
      creditText: 'This article first appeared in the Brannmark Bulletin.',
      comment: [{ text: 'Edited reprint: 51% of this page; 80% of theirs; 214 words shared' }],
    });
  });

  it('says what was changed since, and of a copy that it still has it as it was', () => {
    const words = JSON.stringify(graph(of(corrected)));
    expect(words).toContain('The Tideline changed one sentence between Mar 9, 2026 and Mar 10, 2026.');
    expect(words).toContain('has it as it was; last looked at Mar 11, 2026');
    expect(words).toContain('CorrectionComment');
  });

  it('claims no basis where no credit line does', () => {
    expect(JSON.stringify(graph(of(reportOf(alone))))).not.toContain('isBasedOn');
  });
});

describe('CSL-JSON', () => {
  /** Fields of csl-data.json that we may write; any other is refused there. */
  const fields = new Set([
    ...['id', 'type', 'title', 'container-title', 'author', 'issued', 'accessed', 'URL', 'language'],
    ...['original-publisher', 'original-date', 'note'],
  ]);
  const items: CslItem[] = JSON.parse(content(finding, 'csl'));

  it('has only fields of its schema, and the two it demands', () => {
    for (const item of items) {
      expect(Object.keys(item).filter((key) => !fields.has(key))).toEqual([]);
      expect(item.id).toBeTypeOf('string');
      expect(item.type).toBe('article-newspaper');
    }
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('names the original publisher and the date of its copy', () => {
    expect(items[0]).toMatchObject({
      title: 'Osk ferry stays in port for a third week',
      'container-title': 'The Tideline',
      author: [{ literal: 'Runa Feld' }],
      issued: { 'date-parts': [[2026, 3, 10]] },
      accessed: { 'date-parts': [[2026, 3, 12]] },
      'original-publisher': 'Brannmark Bulletin',
      'original-date': { 'date-parts': [[2026, 3, 9]] },
    });
  });
});

describe('Web Annotation', () => {
  it('points at each passage by its words and by its place in code points', () => {
    const text = `🚢 ${ferryTexts.here}`;
    const moved = ferryPassages.map((passage) => ({
      ...passage,
      here: { start: passage.here.start + 3, end: passage.here.end + 3 },
    }));
    const given = of({ ...shared, sameText: [{ ...shared.sameText[0]!, passages: moved }] }, text);
    const page = JSON.parse(content(given, 'annotation'));
    expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
    expect(page.items).toHaveLength(moved.length);
    const points = [...text];
    for (const { id, type, target, body } of page.items) {
      const [quote, place] = target.selector;
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(type).toBe('Annotation');
      expect(target.source).toBe(shared.page.url);
      expect(points.slice(place.start, place.end).join('')).toBe(quote.exact);
      expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
      expect(body[0]).toMatchObject({ source: 'https://bulletin.example/osk', purpose: 'linking' });
    }
    expect(new Set(page.items.map(({ id }: { id: string }) => id)).size).toBe(page.items.length);
  });
});
