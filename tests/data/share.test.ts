import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { type Report, sayInEnglish } from '@/lib/core/report';
import { shareFinding, shareForms } from '@/lib/core/report/share';
import { hasCollections, jsonLines, skipNote } from '../collections';
import { ferry } from '../fixtures/reports';
import { credit, held, part, storyMatch, textMatch } from '../fixtures/reports/parts';

/** Strings in one report; a shared list shows as many. */
const together = 100;

/** A report in which these strings stand wherever pages, feeds and packs can put one. */
function reportFullOf(strings: readonly string[]): Report {
  const [first = ''] = strings;
  const articles = strings.map((text) =>
    held(text, text, text, { byline: text, language: text, credits: [credit(text, text, { url: text })] }),
  );
  return {
    ...ferry,
    page: { ...ferry.page, title: first, outlet: first, byline: first, url: first, language: first },
    anatomy: {
      words: 10 * strings.length,
      parts: strings.map((text) => part('excerpt', 10, { source: text, speaker: text })),
      credits: strings.map((text) => credit(text, text, { url: text, author: text })),
      cited: strings.map((text) => ({ cited: text, cue: text, span: { start: 0, end: 1 } })),
      originalOutlet: first,
    },
    sameText: articles.map((article) => textMatch(article)),
    sameStory: articles.map((article) => storyMatch(article, { shared: [article.id] })),
    headlines: articles.map(({ id, url, published }) => ({
      articleId: id,
      outlet: id,
      title: id,
      published,
      relation: 'reprint',
      url,
    })),
  };
}

const allowed = new Set(
  [
    'html head meta title style body main section footer h1 h2 p ul li span strong bdi q a',
    'svg defs pattern path circle rect g line',
  ].flatMap((names) => names.split(' ')),
);

describe.skipIf(!hasCollections)(`a shared finding of hostile strings${skipNote}`, () => {
  it.each(['hostile-html', 'hostile-text', 'hostile-url'])(
    'holds nothing but its own elements and web links: %s',
    (set) => {
      const strings = jsonLines<{ text?: string }>(set, 'items.jsonl').flatMap(({ text }) => text || []);
      expect(strings.length).toBeGreaterThan(50);
      for (let from = 0; from < strings.length; from += together) {
        const some = strings.slice(from, from + together);
        const finding = { report: reportFullOf(some), text: some.join('\n\n'), day: '2026-03-12' };
        const { document } = parseHTML(shareFinding(sayInEnglish, finding, 'html').content);
        expect(document.querySelectorAll('li').length).toBeGreaterThan(3 * some.length);
        for (const element of document.querySelectorAll('*')) {
          expect(allowed, `${element.localName} from ${set}, ${from}`).toContain(element.localName);
          expect(element.getAttributeNames().filter((name) => /^on|^style$|^src/.test(name))).toEqual([]);
        }
        for (const link of document.querySelectorAll('a'))
          expect(link.getAttribute('href')).toMatch(/^https?:/);
        for (const form of shareForms)
          expect(shareFinding(sayInEnglish, finding, form).name).toMatch(/^refrain-/);
      }
    },
  );
});
