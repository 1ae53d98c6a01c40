import {
  believableFurniture,
  endsSentence,
  type GatheredBlock,
  isProse,
  linkShare,
  roughWords,
  zone,
} from '@/lib/page/gathered';
import { endsArticle, isBoilerplate } from './boilerplate';
import { isWall } from './completeness';

/** Which blocks are the article's body, as indices in order: what was kept, without furniture, calls, labels and what stands below the end. */
export function bodyOf(blocks: readonly GatheredBlock[], title: string | null): number[] {
  const kept = blocks.flatMap((block, n) => (block.kept ? [n] : []));
  const believable = believableFurniture(
    kept.map((n) => ({ zones: blocks[n]!.zones, words: roughWords(blocks[n]!.text) })),
  );
  const story = kept.filter((n) => {
    const block = blocks[n]!;
    if ((block.zones & believable) !== 0 || block.tag === 'FIGURE') return false;
    return !isBoilerplate(block.text) && !isWall(block.text) && !isLinkLine(block) && block.text !== title;
  });
  return withoutTail(blocks, withoutHead(blocks, story));
}

/** Drops labels, names and dates that stand before the first paragraph; headings of the text stay. */
function withoutHead(blocks: readonly GatheredBlock[], body: number[]): number[] {
  const first = body.findIndex((n) => isProse(blocks[n]!));
  return body.filter((n, at) => {
    const block = blocks[n]!;
    return (
      at >= first || endsSentence(block.text) || (block.zones & zone.heading && roughWords(block.text) >= 4)
    );
  });
}

/** A line that is nothing but a link and no sentence: a teaser of another article. Headings and quotations may be links. */
function isLinkLine(block: GatheredBlock): boolean {
  if (block.zones & zone.heading || block.frame !== null) return false;
  return linkShare(block) > 0.8 && !(endsSentence(block.text) && roughWords(block.text) >= 8);
}

/** Cuts what follows a heading such as "Related stories", unless most of the text stands below it. */
function withoutTail(blocks: readonly GatheredBlock[], body: number[]): number[] {
  const total = body.reduce((sum, n) => sum + roughWords(blocks[n]!.text), 0);
  let before = 0;
  for (let at = 0; at < body.length; at++) {
    const { text } = blocks[body[at]!]!;
    if (before >= 0.6 * total && roughWords(text) < 10 && endsArticle(text)) return body.slice(0, at);
    before += roughWords(text);
  }
  return body;
}
