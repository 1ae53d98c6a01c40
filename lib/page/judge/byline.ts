import { endsSentence, furniture, type GatheredBlock, zone } from '@/lib/page/gathered';
import type { PageSays } from './metadata';

/** Longest byline, in UTF-16 units. */
const longest = 160;

const by = /^(?:(?:story|words|text|report(?:ed|ing)?|written|posted|published|article)\s+)?by[\s:]+\p{L}/iu;
const justBy = /^(?:(?:story|written|posted)\s+)?by:?$/i;

/**
 * The byline as printed ("By Jane Doe, Staff Writer"): a line near the start of the body that begins with "By" or that the
 * markup names the author's; else the name that the page's data gives. `first` is the index of the body's first block.
 */
export function readByline(blocks: readonly GatheredBlock[], first: number, says: PageSays): string | null {
  const near = blocks
    .slice(Math.max(0, first - 25), first + 4)
    .filter((block) => block.text.length <= longest && !(block.zones & zone.heading));
  const usable = near.filter((block) => !(block.zones & (furniture & ~zone.social)));
  const printed = usable.findLast((block) => by.test(block.text) && !isSentence(block.text));
  if (printed !== undefined) return printed.text.replace(/\n/g, ' ');
  const marked = usable.findLast(
    (block) => block.zones & zone.byline && !justBy.test(block.text) && isName(block.text),
  );
  return marked?.text.replace(/\n/g, ' ') ?? statedAuthor(says);
}

function isSentence(text: string): boolean {
  return endsSentence(text) && text.split(' ').length > 12;
}

function isName(text: string): boolean {
  return (
    text.length <= 80 && /^\p{Lu}[\p{L}.'’-]+(?:\s+\p{L}[\p{L}.'’-]*){1,7}/u.test(text) && !isSentence(text)
  );
}

function statedAuthor(says: PageSays): string | null {
  const names = [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byl',
  ];
  for (const stated of [says.linked.author, ...names.map((name) => says.metas.get(name) ?? null)])
    if (stated !== null && stated.length <= longest && !/^(?:https?:|@|\d)/i.test(stated)) return stated;
  return null;
}
