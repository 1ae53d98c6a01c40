import type { Completeness } from '@/lib/core/article';
import { endsSentence, type GatheredBlock } from '@/lib/page/gathered';
import type { PageSays } from './metadata';

/** Words below which a text can be a teaser; below `scrap` it says too little to be called anything. */
const bounds = { teaser: 250, shortArticle: 60, scrap: 25, near: 8 } as const;

/** What a paywall says below the part that it leaves open. */
const wall =
  /\b(?:subscribe (?:now )?(?:to|for) (?:continue|keep|read|unlock|full|unlimited|access)|(?:this|the) (?:article|story|content|post) is (?:for|only (?:available )?(?:for|to)|reserved for|exclusive(?:ly)? (?:for|to)|available (?:only )?to) .{0,30}(?:subscribers?|members?)|(?:already|existing) (?:a )?(?:subscriber|member)\??|to (?:continue|keep) reading|(?:log|sign) in to (?:continue|read|keep)|register (?:for free )?to (?:continue|read)|(?:unlock|get) (?:full|unlimited|this) (?:access|article)|subscribers? only|for paid subscribers|premium (?:content|article)|you(?:['’]ve| have) (?:reached|read) your (?:limit|.{0,20}free articles?)|free articles? (?:left|remaining)|this post is for pa(?:id|ying))\b/i;

/** A link at the end that leads to the rest. */
const rest =
  /^(?:continue reading|read (?:the )?(?:full|more|rest|whole)|keep reading|click here (?:to|for) (?:read|the (?:full|rest))|full (?:story|article|text)|see (?:the )?full|more (?:»|>|→)|view (?:the )?full|\[?(?:…|\.\.\.)\]?\s*(?:read|continue|more))\b.{0,100}$/i;

const brokenOff = /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\])\s*$/;

/** What completeness is judged by. */
export interface Held {
  text: string;
  words: number;
  blocks: readonly GatheredBlock[];
  body: readonly number[];
  says: PageSays;
}

/**
 * How much of the outlet's article the page holds. Only signs count, in this order: a wall right below the text, the page's own
 * statement that it is not free, a link to the rest below a short text, an end that breaks off, more words stated than held.
 */
export function completenessOf({ text, words, blocks, body, says }: Held): Completeness {
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
  if (brokenOff.test(text)) return 'teaser';
  return words < bounds.shortArticle ? 'unknown' : 'full';
}

/** Whether a line is what a paywall says in the place of the rest. */
export function isWall(line: string): boolean {
  return line.length <= 400 && wall.test(line);
}

/** The lines that follow the body, and those within its last stretch which were left out of it. */
function following(blocks: readonly GatheredBlock[], body: readonly number[]): GatheredBlock[] {
  const last = body.at(-1) ?? -1;
  const inBody = new Set(body);
  const from = body.at(-3) ?? last;
  return blocks.slice(from, last + 1 + bounds.near).filter((_, n) => !inBody.has(from + n));
}
