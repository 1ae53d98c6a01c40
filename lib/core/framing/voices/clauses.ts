/** Where around a quotation its attribution may stand: the rest of its sentence, behind it or before it. */
import type { Span } from '@/lib/core/article';
import { isTitle } from '../actors/titles';
import type { Quote } from './quotes';

/** UTF-16 units of text looked at on either side of a quotation. */
export const reach = 320;

/** Text behind a quotation that may attribute it: to the sentence's end or the next opening mark. */
export function clauseAfter(text: string, { outer, paragraph, span }: Quote): Span | null {
  const last =
    text
      .slice(span.start, outer.end)
      .replace(/[\s”“"»’]+$/u, '')
      .at(-1) ?? '';
  const end = Math.min(paragraph.end, outer.end + reach);
  const run = text.slice(outer.end, end);
  const mark = /[“"„«]/u.exec(run);
  const stop = sentenceEnd(run);
  const clause = { start: outer.end, end: outer.end + Math.min(mark ? mark.index : run.length, stop) };
  if (clause.end <= clause.start) return null;
  if (last === '.' && !/^\s*,?\s*\p{Ll}/u.test(run)) return null;
  return clause;
}

/** Where the first sentence of a run ends; stops of titles and initials end none. */
export function sentenceEnd(run: string): number {
  for (const match of run.matchAll(/[.!?](?=\s|$)/g)) {
    const word = /[\p{L}.]+$/u.exec(run.slice(0, match.index))?.[0] ?? '';
    if (isTitle(word.toLowerCase()) || /^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word))
      continue;
    return match.index;
  }
  return run.length;
}

/** Text before a quotation in its sentence. */
export function clauseBefore(text: string, { outer }: Quote, floor: number): Span | null {
  const from = Math.max(floor, outer.start - reach);
  const run = text.slice(from, outer.start);
  let start = 0;
  for (let at = 0; at < run.length; ) {
    const end = at + sentenceEnd(run.slice(at));
    if (end >= run.length - 1) break;
    at = end + 1;
    start = at;
  }
  return run.slice(start).trim() === '' ? null : { start: from + start, end: outer.start };
}
