/**
 * Whose words a page is made of, from the page alone. Every word falls into exactly one part.
 * A quotation inside an excerpt stays inside it: the excerpt is the source's voice as a whole, and its quotations are the source's.
 */
import { type Article, type Outlet, outletOf, type PageReading } from '@/lib/core/article';
import { type Quotation, type Tokens, tokenize } from '@/lib/core/text';
import { readCitations } from '../citations';
import { readCredits } from '../credits/read-credits';
import { embeddedPosts } from '../posts';
import { textBlocks } from '../text-blocks';
import type { AnatomyPart, Citation, Credit, PageAnatomy } from '../types';
import { type Block, blockAfter } from './excerpts';
import { fillGaps } from './fill-gaps';
import { givenBlock, isAside } from './given-blocks';
import { leadIns } from './lead-ins';
import { markedQuotations } from './marked-quotations';
import { singleQuotations } from './single-quotations';
import { wholeCredit } from './whole-credit';

/** From this share of the words on, an excerpt says whose text the page is. */
const dominant = 0.5;

/**
 * Reads credits, cited outlets and the parts of a page. Pure; linear in the length of the text but for sorting.
 * @param tokens of the text, where they are at hand
 */
export function readAnatomy(reading: PageReading, tokens?: Tokens): PageAnatomy {
  return anatomyWith(reading.article, reading.blocks, readCredits(reading), tokens);
}

/** The anatomy of a text whose credit lines were read before, as a library keeps them. */
export function anatomyWith(
  article: Article,
  blocks: PageReading['blocks'],
  credits: Credit[],
  tokens: Tokens = tokenize(article.text),
): PageAnatomy {
  const cited = readCitations(article, credits, tokens.quotations);
  const parts = partsOf(article, blocks, credits, cited, tokens);
  const words = tokens.starts.length;
  const originalOutlet = wholeCredit(credits)?.outlet ?? dominantSource(parts, words);
  return { words, parts, credits, cited, originalOutlet };
}

/** The parts of a text, from what was read of it before. */
export function partsOf(
  { text, outlet, url }: Article,
  blocks: PageReading['blocks'],
  credits: readonly Credit[],
  cited: readonly Citation[],
  { starts, quotations }: Tokens,
): AnatomyPart[] {
  const found = foreignBlocks(text, blocks, quotations, outletOf(outlet, url), credits, cited);
  return fillGaps(text, found, wholeCredit(credits), starts);
}

function dominantSource(parts: readonly AnatomyPart[], words: number): string | null {
  const shares = new Map<string, number>();
  for (const { kind, source, words: count } of parts)
    if (kind === 'excerpt' && source !== null) shares.set(source, (shares.get(source) ?? 0) + count);
  const best = [...shares].sort((a, b) => b[1] - a[1])[0];
  return best && best[1] >= dominant * words ? best[0] : null;
}

/** Blocks of the page's markup, then those that lead-ins announce, then single quotations; earlier ones win. */
function foreignBlocks(
  text: string,
  given: PageReading['blocks'],
  inMarks: readonly Quotation[],
  own: Outlet | null,
  credits: readonly Credit[],
  cited: readonly Citation[],
): Block[] {
  const paragraphs = textBlocks(text);
  const marked = markedQuotations(text, paragraphs, inMarks);
  const leads = leadIns(text, paragraphs, credits, cited);
  const taken: Block[] = [];
  const take = (block: Block | null) => {
    if (
      block &&
      block.span.end > block.span.start &&
      !taken.some(({ span }) => span.start < block.span.end && block.span.start < span.end)
    )
      taken.push(block);
  };
  for (const block of given) if (!isAside(text, block)) take(givenBlock(text, block, paragraphs, leads, own));
  for (const post of embeddedPosts(text, paragraphs))
    take({
      kind: 'quotation',
      span: post.whole,
      source: null,
      speaker: post.name,
      endMarked: true,
      statedBy: null,
    });
  for (const lead of leads) {
    const inOther = taken.some(({ span }) => span.start <= lead.span.start && lead.span.end <= span.end);
    if (!inOther) take(blockAfter(text, paragraphs, lead, leads, marked, credits));
  }
  for (const block of singleQuotations(text, paragraphs, marked, leads, cited)) take(block);
  return taken.sort((a, b) => a.span.start - b.span.start);
}
