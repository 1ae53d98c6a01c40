import { endsSentence, furniture, type GatheredBlock, zone } from '@/lib/page/gathered';
import type { PageSays } from './metadata';

/** Longest byline, in UTF-16 units, and how far from the body's first block it is looked for. */
const bounds = { units: 160, before: 40, after: 4 } as const;

/** A byline that says so itself: "By Jane Doe", "Written by …", in the languages whose papers begin it with one word. */
const spelled =
  /^(?:(?:story|words|text|report(?:ed|ing)?|written|posted|published|article)\s+)?(?:by|par|por|von|di|door|av|af)[\s:]+(?:the\s)?\p{Lu}/iu;
const capital = /^\P{L}*(?:\p{Ll}+\s+){0,2}\p{L}+[\s:]+(?:the\s)?\p{Lu}/u;
const justBy = /^(?:(?:story|written|posted)\s+)?by:?$/i;
const name =
  /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|del|della|di|da|van|von|der|den|al|bin|la|le|el|and|et|y|&)){1,7}(?:\s*[,|–—-].*)?$/u;
const role =
  /^(?:\S+\s+){0,3}(?:editor|reporter|writer|correspondent|staff|desk|columnist|contributor|author)s?$/i;

/** Furniture in which no byline of this article stands, whatever its names. */
const elsewhere = furniture & ~(zone.aside | zone.social);

/**
 * The byline as printed ("By Jane Doe, Staff Writer"): the line nearest before the body that begins with "By", else the line
 * with the name that the page's data gives, else a line of a name that markup calls the author's, else the data's name alone.
 * `first` is the index of the body's first block.
 */
export function readByline(blocks: readonly GatheredBlock[], first: number, says: PageSays): string | null {
  const lines = blocks
    .slice(Math.max(0, first - bounds.before), first + bounds.after)
    .filter(({ text, zones }) => text.length <= bounds.units && (zones & elsewhere) === 0);
  const printed = lines.findLast(({ text }) => spelled.test(text) && capital.test(text) && !isSentence(text));
  const stated = statedAuthor(says);
  const line =
    printed ??
    lines.find(({ text }) => stated !== null && text.length <= stated.length + 40 && holds(text, stated)) ??
    lines.find(
      ({ text, zones }) => zones & zone.byline && name.test(text) && !role.test(text) && !isSentence(text),
    );
  if (line === undefined) return stated;
  const before = lines[lines.indexOf(line) - 1];
  const text = before !== undefined && justBy.test(before.text) ? `${before.text} ${line.text}` : line.text;
  return text.replace(/\n/g, ' ');
}

function holds(text: string, author: string): boolean {
  return text.toLowerCase().includes(author.toLowerCase());
}

function isSentence(text: string): boolean {
  return endsSentence(text) && text.split(' ').length > 12;
}

const statements = [
  'author',
  'article:author',
  'article:author_name',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
];

function statedAuthor(says: PageSays): string | null {
  for (const stated of [says.linked.author, ...statements.map((one) => says.metas.get(one) ?? null)])
    if (stated !== null && stated.length <= bounds.units && !/^(?:https?:|@|\d)/i.test(stated)) return stated;
  return null;
}
