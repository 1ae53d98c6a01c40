import { tokenize } from '@/lib/core/text';
import type { Random } from './planted-kinds';

/** Words of a paragraph of filler, and of a quotation in one. */
const paragraphWords = 45;
const quotationWords = 18;
/**
 * Words in a row that filler takes along a learned path at most. Longer runs would be copies of a real text, and of one
 * another: reuse that nobody planted. Of 40,000 such articles 20 % of the fingerprints stand in two or more; of 49,000
 * real ones, 18 % of the 5-word shingles.
 */
const longestRun = 8;

/**
 * Learns which word follows which two in real texts, and how much of them stands in quotation marks, and returns a
 * maker of articles from it: filler that looks like news to an index, for libraries larger than the real collections.
 * It says nothing.
 */
export function trainFiller(texts: readonly string[], random: Random): () => string {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const following = new Map<number, number[]>();
  const number = (word: string) => {
    const known = numbers.get(word) ?? words.length;
    if (known === words.length) {
      numbers.set(word, known);
      words.push(word);
    }
    return known;
  };
  const starts: [number, number][] = [];
  for (const text of texts) {
    const list = wordsOf(text).slice(0, 800).map(number);
    if (list.length < 3) continue;
    starts.push([list[0]!, list[1]!]);
    for (let i = 2; i < list.length; i++) {
      const before = pairKey(list[i - 2]!, list[i - 1]!);
      const next = following.get(before);
      if (!next) following.set(before, [list[i]!]);
      else if (next.length < 20) next.push(list[i]!);
    }
  }
  const choose = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)]!;
  const quotedParagraphs = (quotedShare(texts) * paragraphWords) / quotationWords;
  const paragraph = (made: readonly string[]) => {
    if (random() >= quotedParagraphs || made.length < quotationWords) return `${made.join(' ')}.`;
    const from = Math.floor(random() * (made.length - quotationWords));
    const quoted = made.slice(from, from + quotationWords).join(' ');
    const rest = made.slice(from + quotationWords).join(' ');
    return `${made.slice(0, from).join(' ')} “${quoted},” ${rest}.`;
  };
  return () => {
    let [a, b] = choose(starts);
    const made = [a, b];
    const length = 200 + Math.floor(random() * 700);
    for (let run = 2; made.length < length; run++) {
      const next = following.get(pairKey(a, b));
      const leaves = next === undefined || run >= longestRun || random() < 0.12;
      if (leaves) run = 0;
      const word = leaves ? choose(starts)[0] : choose(next);
      [a, b] = [b, word];
      made.push(word);
    }
    const printed = made.map((n) => words[n]!);
    const paragraphs: string[] = [];
    for (let from = 0; from < printed.length; from += paragraphWords)
      paragraphs.push(paragraph(printed.slice(from, from + paragraphWords)));
    return paragraphs.join('\n\n');
  };
}

/** Words without quotation marks: whatever is drawn from the middle of a text would leave them open. */
function wordsOf(text: string): string[] {
  return text.replace(/[“”"«»„]/g, '').split(/\s+/);
}

/** Share of the words that stand in quotation marks. */
function quotedShare(texts: readonly string[]): number {
  let words = 0;
  let inQuotes = 0;
  for (const text of texts) {
    const { quoted } = tokenize(text);
    words += quoted.length;
    inQuotes += quoted.reduce((sum, one) => sum + one, 0);
  }
  return inQuotes / Math.max(1, words);
}

/** Two word numbers as one key; vocabularies stay far below four million words. */
function pairKey(a: number, b: number): number {
  return a * 4_194_304 + b;
}
