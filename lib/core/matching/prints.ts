/**
 * Where and when a document was printed, in 32 bits: 16 for the outlet, 16 for the day. Enough to judge how widely a
 * shingle is spread, and so small that a library keeps them for all its articles at hand.
 */

import type { Stamp } from '@/lib/core/article';
import { hashWord } from '@/lib/core/text';
import { dayOf } from './dates';
import { outletKey, type Published } from './same-outlet';

/** Two outlets in 65,535 share a number; spread is a matter of shares, which that does not change. */
export function printOf(article: Published & { published: Stamp | null }): number {
  const key = outletKey(article);
  const outlet = key === null ? 0 : (hashWord(key) % 0xffff) + 1;
  const day = (dayOf(article.published) ?? -1) + 1;
  return ((outlet << 16) | (day > 0 && day <= 0xffff ? day : 0)) >>> 0;
}

/** A number for the outlet; 0 where nothing states one. */
export function outletIn(print: number): number {
  return print >>> 16;
}

/** Days since 1970; `null` for an undated document. */
export function dayIn(print: number): number | null {
  const day = print & 0xffff;
  return day === 0 ? null : day - 1;
}
