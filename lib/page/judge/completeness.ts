import type { Completeness } from '@/lib/core/article';
import { endsSentence, type GatheredBlock } from '@/lib/page/gathered';
import type { PageSays } from './metadata';

/**
 * Words below which a text can be a teaser, `longTeaser` for one that breaks off or hides the rest: who shows more gives the
 * article, whatever its last line ends with. Below `scrap` a text says too little to be called anything.
 */
const bounds = { teaser: 250, longTeaser: 1_000, shortArticle: 60, scrap: 25, near: 8 } as const;

/** What a paywall says in the place of the rest. */
const walls: readonly RegExp[] = [
  /^(?:please )?(?:subscribe|log ?in|sign ?in|register|join|become a (?:member|subscriber)|create an? (?:free )?account)\b.{0,80}\b(?:to|and) (?:continue|keep|read|unlock|view|access|get)\b/i,
  /^(?:want )?to (?:view|read|continue|keep|unlock)\b.{0,80}\b(?:subscribe|subscription|log ?in|sign ?in|register|join|account)\b/i,
  /^(?:want )?to (?:continue|keep) reading\b/i,
  /\b(?:this|the) (?:article|story|content|post) is (?:only |reserved |exclusive(?:ly)? |available )*(?:for|to) (?:our |paid |paying |premium )*(?:subscribers|members)\b/i,
  /\b(?:already|existing) (?:a )?(?:subscriber|member)\b/i,
  /^(?:unlock|get) (?:full|unlimited|this)\b.{0,30}\b(?:access|article)\b/i,
  /^(?:for )?(?:paid )?subscribers? only\b|^premium (?:content|article)\b/i,
  /\byou(?:['’]ve| have) (?:reached|read|used) (?:your|all|\d+)\b.{0,40}\barticles?\b|\bfree articles? (?:left|remaining)\b/i,
];

/** Longest line, in UTF-16 units, that can be a wall rather than a paragraph. */
const longestWall = 300;

/** A link at the end that leads to the rest. */
const rest =
  /^(?:(?:continue|keep) reading|read (?:the )?(?:full|more|rest|whole)|click here (?:to|for) (?:read|the (?:full|rest))|full (?:story|article|text)|(?:see|view) (?:the )?full)\b|^(?:more\s*(?:»|>|→)|\[?(?:…|\.\.\.)\]?\s*(?:read|continue|more))/i;

const brokenOff = /(?:…|\.\.\.)\]?\s*$/;

/** What completeness is judged by. */
export interface Held {
  text: string;
  words: number;
  blocks: readonly GatheredBlock[];
  body: readonly number[];
  says: PageSays;
  hiddenWords: number;
}

/**
 * How much of the outlet's article the page holds. Only signs count, in this order: a wall right below the text, the page's own
 * statement that it is not free, a link to the rest below a short text, an end that breaks off, more words stated than held.
 */
export function completenessOf({ text, words, blocks, body, says, hiddenWords }: Held): Completeness {
  if (words < bounds.scrap) return 'unknown';
  const after = following(blocks, body).map((block) => block.text);
  const walled = after.some(isWall);
  const truncated = brokenOff.test(text) || !endsSentence(text);
  const short = words < bounds.teaser;
  const missing = says.linked.wordCount !== null && says.linked.wordCount > 1.5 * words && short;
  if (walled && (short || truncated || says.linked.free === false)) return 'paywalled';
  if (says.linked.free === false) return short ? 'paywalled' : 'unknown';
  const leadsOn = after.slice(0, 3).some((line) => rest.test(line));
  if (short && (leadsOn || brokenOff.test(text) || missing))
    return leadsOn && !truncated ? 'summary' : 'teaser';
  if (words < bounds.longTeaser && (brokenOff.test(text) || hiddenWords > 2 * words)) return 'teaser';
  return words < bounds.shortArticle ? 'unknown' : 'full';
}

/** Whether a line is what a paywall says in the place of the rest. */
export function isWall(line: string): boolean {
  return line.length <= longestWall && walls.some((wall) => wall.test(line));
}

/** The lines that follow the body, and those within its last stretch which were left out of it. */
function following(blocks: readonly GatheredBlock[], body: readonly number[]): GatheredBlock[] {
  const last = body.at(-1) ?? -1;
  const inBody = new Set(body);
  const from = body.at(-3) ?? last;
  return blocks.slice(from, last + 1 + bounds.near).filter((_, n) => !inBody.has(from + n));
}
