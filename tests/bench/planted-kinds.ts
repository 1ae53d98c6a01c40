/**
 * Kinds of text reuse as they are planted: how another outlet may print (a part of) an article.
 * Every change draws from the random numbers handed in, so a seed makes the same set again.
 */
import type { numbersFrom } from '../fixtures/made-up-articles';

export type Random = ReturnType<typeof numbersFrom>;

/** What a kind makes of a source: text printed around own text, or in place of it. */
export interface Kind {
  name: string;
  /** Makes the copy; `own` is unrelated text of about the same length. */
  make: (source: string, own: string, random: Random) => string;
  /** Relations that say it right. */
  right: readonly string[];
  /** Whether it can be made of a source; any will do unless said otherwise. */
  fits?: (source: string) => boolean;
}

/** Words with a letter or digit: a dash by itself is none. */
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
const paragraphsOf = (text: string) => text.split(/\n\n+/);
const sentencesOf = (text: string) => text.split(/(?<=[.!?]["”’]?)\s+/);
const pick = <Item>(list: readonly Item[], random: Random): Item => list[Math.floor(random() * list.length)]!;

const fillers =
  'rather nearly perhaps however still often usually mainly partly largely clearly broadly early late local foreign new former senior several'.split(
    ' ',
  );

/** Words replaced, dropped or added at a rate; one paragraph cut and one of the other text added. */
function edit(source: string, own: string, rate: number, random: Random): string {
  const parts = paragraphsOf(source);
  if (parts.length > 3) parts.splice(1 + Math.floor(random() * (parts.length - 2)), 1);
  parts.splice(Math.floor(random() * parts.length), 0, paragraphsOf(own)[0] ?? '');
  return parts.map((part) => editWords(part, rate, random)).join('\n\n');
}

function editWords(text: string, rate: number, random: Random): string {
  return wordsOf(text)
    .flatMap((word) => {
      if (random() >= rate) return word;
      const kind = random();
      if (kind < 0.6) return pick(fillers, random);
      return kind < 0.8 ? [] : [word, pick(fillers, random)];
    })
    .join(' ');
}

/** `count` words in a row from somewhere in the source. */
function span(source: string, count: number, random: Random): string {
  const words = wordsOf(source);
  const start = Math.floor(random() * Math.max(1, words.length - count));
  return words.slice(start, start + count).join(' ');
}

/** Own text with something put between two of its sentences. */
function within(own: string, insert: string, random: Random): string {
  const sentences = sentencesOf(own);
  const at = 1 + Math.floor(random() * Math.max(1, sentences.length - 1));
  return [...sentences.slice(0, at), insert, ...sentences.slice(at)].join(' ');
}

const stripMarks = (text: string) => text.replace(/[“”"]/g, '');

const spellings: readonly (readonly [RegExp, string])[] = [
  [/ize(d?)\b/g, 'ise$1'],
  [/([a-z])or\b/g, '$1our'],
  [/\bcenter/g, 'centre'],
  [/\bdefense/g, 'defence'],
  [/\bpercent\b/g, 'per cent'],
  [/\btoward\b/g, 'towards'],
];

const excerpt = (count: number): Kind => ({
  name: `excerpt of ${count} words`,
  make: (source, own, random) => within(own, span(source, count, random), random),
  right: ['excerpt', 'shared-source', 'edited-reprint', 'shared-quotation'],
});

/** Words of the source itself, put in quotation marks: mostly the source has none around them. */
const quotation = (count: number): Kind => ({
  name: `quotation of ${count} words`,
  make: (source, own, random) =>
    within(own, `“${stripMarks(span(source, count, random))},” it said.`, random),
  right: ['shared-quotation', 'excerpt', 'shared-source'],
});

/** Quotations of a source with at least so many words; curly marks alone tell beyond doubt which opens. */
const quotedIn = (source: string, count: number): string[] =>
  Array.from(source.matchAll(/“([^“”\n]+)”/g), ([, quoted = '']) => quoted).filter(
    (quoted) => wordsOf(quoted).length >= count,
  );

/** A speaker's words, whom the source quotes too. */
const speakersWords = (count: number): Kind => ({
  name: `quotation of ${count} words that both quote`,
  fits: (source) => quotedIn(source, count).length > 0,
  make: (source, own, random) =>
    within(own, `“${span(pick(quotedIn(source, count), random), count, random)},” she said.`, random),
  right: ['shared-quotation'],
});

const edited = (percent: number): Kind => ({
  name: `edited, ${percent} % of words, a paragraph cut, one added`,
  make: (source, own, random) => edit(source, own, percent / 100, random),
  right: ['edited-reprint', 'reprint', 'excerpt', 'shared-source'],
});

export const kinds: readonly Kind[] = [
  { name: 'verbatim', make: (source) => source, right: ['reprint'] },
  {
    name: 'other typography',
    make: (source) =>
      source
        .replace(/[“”]/g, '"')
        .replace(/[‘’]/g, "'")
        .replace(/\s*[—–]\s*/g, ' -- ')
        .replace(/(\p{Ll}{5})(\p{Ll}{4})/gu, '$1\u00AD$2')
        .replace(/&/g, '&amp;'),
    right: ['reprint'],
  },
  {
    name: 'British spelling',
    make: (source) => spellings.reduce((text, [from, to]) => text.replace(from, to), source),
    right: ['reprint', 'edited-reprint'],
  },
  edited(10),
  edited(20),
  edited(30),
  {
    name: 'every second sentence replaced',
    make: (source, own) => {
      const others = sentencesOf(own);
      return sentencesOf(source)
        .map((sentence, i) => (i % 2 ? (others[i % others.length] ?? sentence) : sentence))
        .join(' ');
    },
    right: ['edited-reprint', 'excerpt', 'shared-source', 'shared-quotation'],
  },
  {
    name: 'first half, then own text',
    make: (source, own) => {
      const words = source.split(/(?<=\s)/);
      return `${words.slice(0, words.length / 2).join('')}\n\n${own}`;
    },
    right: ['excerpt', 'edited-reprint', 'shared-source'],
  },
  {
    name: 'cut after 40 %',
    make: (source) => {
      const words = source.split(/(?<=\s)/);
      return words.slice(0, words.length * 0.4).join('');
    },
    right: ['edited-reprint', 'excerpt'],
  },
  excerpt(120),
  excerpt(60),
  excerpt(35),
  {
    name: 'excerpt of 60 words, 8 % edited, lower case',
    make: (source, own, random) =>
      within(own, editWords(span(source, 60, random), 0.08, random).toLowerCase(), random),
    right: ['excerpt', 'shared-source', 'shared-quotation'],
  },
  quotation(20),
  quotation(12),
  speakersWords(12),
  {
    name: 'paragraphs in another order',
    make: (source) => {
      const parts = paragraphsOf(source);
      const cut = Math.ceil(parts.length / 2);
      return [...parts.slice(cut), ...parts.slice(0, cut)].join('\n\n');
    },
    right: ['reprint', 'edited-reprint'],
  },
];
