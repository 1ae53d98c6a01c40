/**
 * A library of real articles (and generated filler beyond them, marked as such) with planted reuse, stock phrases and
 * footers, and the questions to ask of it. Everything follows from the seed.
 */
import type { Article } from '@/lib/core/article';
import { shingleKeys } from '@/lib/core/fingerprint';
import { tokenize } from '@/lib/core/text';
import { readArticles } from '../collections';
import { articleOf, numbersFrom } from '../fixtures/made-up-articles';
import { trainFiller } from './filler';
import { type Kind, kinds, type Random } from './planted-kinds';

export interface Question {
  kind: string;
  article: Article;
  /** Ids of the articles that share the planted text; empty for a negative. */
  sources: string[];
  /** Relations that say it right; empty where any will do. */
  right: readonly string[];
}

export interface PlantedSet {
  library: Article[];
  questions: Question[];
  /** Real and generated articles in the library. */
  real: number;
  generated: number;
  /** Copies of wire stories in the library, beside those two. */
  wireCopies: number;
  /** Whether a shared passage is nothing but formula: at least half of its shingles stand in a dozen documents or more. */
  isFormula: (text: string) => boolean;
}

/** Questions asked of each kind. */
const perKind = 100;
/** A newcomer's library, the hardest case for precision. */
export const newcomersSize = 1_000;

const outlets = 300;
const days = 180;
/** Copies of each of a few big wire stories (fewer in a small library), and how many such stories. */
const wireCopies = 120;
const wires = 5;
const formulaFrom = 12;

/** Sentences that stand in many unrelated articles; written for this bench. */
const stockPhrases = [
  'The company did not immediately respond to a request for comment sent late on Tuesday evening.',
  'Police asked anyone with information about the incident to call the local station without delay.',
  'The minister spoke on condition that her name would not be used because talks were still going on.',
  'It was not clear on Sunday night how many people had been inside the building at the time.',
  'The agreement still has to be approved by lawmakers in both chambers before it can take effect.',
  'Witnesses described scenes of panic as people ran from the square towards the nearby metro station.',
];
const commonFooters = [
  'Sign up for our free morning newsletter and get the stories everyone will talk about today. You can leave the list at any time with one click.',
  'All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission of the owner.',
];

/** Makes the set: exactly `size` articles, `perKind` questions of each kind and as many negatives of each of three kinds. */
export function plantSet(size: number, seed: number): PlantedSet {
  const random = numbersFrom(seed);
  for (let i = 0; i < 50; i++) random();
  const real = shuffled(realTexts(), random);
  const pool = real.slice(0, Math.min(2_000, real.length >> 2));
  const [wired, asked] = [pool.slice(0, wires), pool.slice(wires)];
  const held = real.slice(pool.length);
  const filler = trainFiller(held.slice(0, 3_000), random);
  const copies = Math.min(wireCopies, size >> 4);
  const others = size - wires * copies;
  const generated = Math.max(0, others - held.length);
  const texts = [...held.slice(0, others - generated), ...Array.from({ length: generated }, () => filler())];
  const library = texts.map((text, i) => furnished(`held ${i}`, text, random));
  // Judged before the wire stories come in: their copies are reuse, not formula.
  const isFormula = formulaJudge(library);
  const sourceFor = ({ fits }: Kind) => {
    for (;;) {
      const source = library[Math.floor(random() * Math.min(library.length, held.length))]!;
      if (fits === undefined || fits(withoutFurniture(source))) return source;
    }
  };
  const questions = [
    ...kinds.flatMap((kind) =>
      Array.from({ length: perKind }, (_, i): Question => {
        const source = sourceFor(kind);
        const own = asked[Math.floor(random() * asked.length)]!;
        const text = kind.make(withoutFurniture(source), own, random);
        return {
          kind: kind.name,
          article: furnished(`${kind.name} ${i}`, text, random, source.published),
          sources: [source.id],
          right: kind.right,
        };
      }),
    ),
    ...negatives(asked, random),
    ...plantWires(library, wired, copies, random),
  ];
  return {
    library: shuffled(library, random),
    questions,
    real: texts.length - generated,
    generated,
    wireCopies: wires * copies,
    isFormula,
  };
}

/** Real articles of a length that copies are made of, each text once. */
function realTexts(): string[] {
  const sets = ['allsides-2012-2016', 'buzzfeed-webis', 'fnc1', 'fa-kes'] as const;
  const texts = sets.flatMap((set) => readArticles(set).map(({ text }) => text));
  return [...new Set(texts)].filter((text) => text.length > 1_200 && text.length < 12_000);
}

const furniture = new WeakMap<Article, string>();

/** The article as an outlet prints it: half have the outlet's footer, some a common one, some a stock phrase. */
function furnished(id: string, text: string, random: Random, near: Article['published'] = null): Article {
  const outlet = Math.floor(outlets * random() ** 2);
  const day = near === null ? Math.floor(random() * days) : dayNumber(near.at) + Math.floor(random() * 3);
  let printed = text;
  if (random() < 0.12)
    printed = printed.replace(/\n\n|$/, `\n\n${stockPhrases[Math.floor(random() * 6)]}\n\n`);
  if (outlet % 2 === 0) printed += `\n\n${outletFooter(outlet)}`;
  if (random() < 0.06) printed += `\n\n${commonFooters[Math.floor(random() * 2)]}`;
  const article = articleOf(id, printed, {
    outlet: `outlet ${outlet}`,
    url: `https://outlet${outlet}.example/${id.replaceAll(' ', '-')}`,
    day: isoDay(day),
    language: 'en',
  });
  furniture.set(article, text);
  return article;
}

const withoutFurniture = (article: Article) => furniture.get(article) ?? article.text;

const footerWords =
  'weekly garden coastal northern evening reader supporter letters podcast archive editors newsroom street office members tickets events weather puzzles recipes'.split(
    ' ',
  );

/** Each outlet's own footer, in words that no list has seen. */
function outletFooter(outlet: number): string {
  const random = numbersFrom(outlet + 77);
  const words = Array.from({ length: 24 }, () => footerWords[Math.floor(random() * footerWords.length)]);
  return `About outlet ${outlet}: ${words.join(' ')}. Write to our desk ${outlet} at any hour.`;
}

const firstDay = Date.UTC(2026, 0, 1);
const isoDay = (day: number) => new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10);
const dayNumber = (at: string) => Math.round((Date.parse(at) - firstDay) / 86_400_000);

/** Articles that nobody held has; plain, with a stock phrase, and with a held outlet's footer and a common one. */
function negatives(asked: readonly string[], random: Random): Question[] {
  const ask = (kind: string, add: () => string) =>
    Array.from({ length: perKind }, (_, i): Question => {
      const text = `${asked[Math.floor(random() * asked.length)]}\n\n${add()}`;
      return { kind, article: furnished(`${kind} ${i}`, text, random), sources: [], right: [] };
    });
  const stock = () => stockPhrases[Math.floor(random() * stockPhrases.length)]!;
  const footer = () =>
    `${outletFooter(2 * Math.floor(random() * 20))}\n\n${commonFooters[Math.floor(random() * 2)]}`;
  return [
    ...ask('negative', () => ''),
    ...ask('negative with a stock phrase', stock),
    ...ask('negative with footers', footer),
  ];
}

/** Puts near-copies of a few stories into the library, all within three days, and asks for them from another copy. */
function plantWires(
  library: Article[],
  wired: readonly string[],
  copies: number,
  random: Random,
): Question[] {
  const stories = Array.from({ length: wires }, (_, n) => {
    const text = wired[n]!;
    const day = 20 + n * 30;
    const near = { at: isoDay(day), precision: 'day', from: 'page' } as const;
    const held = Array.from({ length: copies }, (_, i) =>
      furnished(`wire ${n} copy ${i}`, text, random, near),
    );
    library.push(...held);
    return { text, near, ids: held.map(({ id }) => id) };
  });
  return Array.from({ length: Math.ceil(perKind / 5) }, (_, i): Question => {
    const { text, near, ids } = stories[i % wires]!;
    return {
      kind: 'wire story at many outlets',
      article: furnished(`wire question ${i}`, text, random, near),
      sources: ids,
      right: ['reprint', 'edited-reprint'],
    };
  });
}

/**
 * Judges by counts over the whole library, which the engine does not see in this form. Counted by the upper bits of the
 * keys: what shares a counter by chance adds one or two, far from a dozen.
 */
function formulaJudge(library: readonly Article[]): (text: string) => boolean {
  const documents = new Uint16Array(2 ** 26);
  for (const { text } of library)
    for (const key of new Set(shingleKeys(tokenize(text).hashes))) documents[key >>> 6]! += 1;
  return (text) => {
    const keys = shingleKeys(tokenize(text).hashes);
    return keys.filter((key) => documents[key >>> 6]! >= formulaFrom).length * 2 >= keys.length;
  };
}

function shuffled<Item>(list: readonly Item[], random: Random): Item[] {
  const items = [...list];
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}
