import type { Article } from '@/lib/core/article';
import { tokenize } from '@/lib/core/text';
import type { ImportRecord } from './reader.ts';

/** An edited copy of a page's text, as another outlet would run it. */
export interface Planted {
  record: ImportRecord;
  /** Share of the page's words that the copy keeps. */
  coverage: number;
  /** Whether words shown as a passage stand in the copy. */
  words(shown: string): boolean;
}

const minWords = 250;

/** Words put in for others; none is a word of its neighbours. */
const otherWords = ['marble', 'lantern', 'otter', 'saffron', 'thistle', 'copper', 'walnut'];

/**
 * Headline swapped, every tenth word changed, two paragraphs cut. `null` for a text too short to be told from
 * chance, or with fewer than six paragraphs.
 */
export function plantedCopy(id: string, article: Article): Planted | null {
  const { words } = tokenize(article.text);
  const paragraphs = article.paragraphs.map(({ start, end }) => article.text.slice(start, end));
  if (words.length < minWords || paragraphs.length < 6) return null;
  const cut = new Set([Math.floor(paragraphs.length / 3), Math.floor((2 * paragraphs.length) / 3)]);
  let count = 0;
  let kept = 0;
  const edited = paragraphs
    .filter((_, index) => !cut.has(index))
    .map((paragraph) => {
      const { starts, ends } = tokenize(paragraph);
      let text = '';
      let at = 0;
      for (let word = 0; word < starts.length; word++) {
        count += 1;
        if (count % 10 !== 0) {
          kept += 1;
          continue;
        }
        text += paragraph.slice(at, starts[word]) + otherWords[(count / 10) % otherWords.length];
        at = ends[word]!;
      }
      return text + paragraph.slice(at);
    });
  const text = edited.join('\n\n');
  const copied = new Set(tokenize(text).words);
  return {
    record: { id: `copy-of-${id}`, outlet: 'The Second Printing', title: 'Quite another headline', text },
    coverage: kept / words.length,
    words(shown) {
      const folded = tokenize(shown).words;
      return folded.length > 0 && folded.filter((word) => copied.has(word)).length / folded.length >= 0.9;
    },
  };
}
