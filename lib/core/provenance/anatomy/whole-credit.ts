import { markupOf } from '../credits/metadata';
import type { Credit } from '../types';

/**
 * The credit that speaks of the whole text, if any: the page's own voice is then that outlet's.
 * "Source: X" alone is not one (it may be what the text draws on), nor are notes of help ("X contributed", "contains
 * material from X") or a line that names several agencies: the text was put together from them.
 */
export function wholeCredit(credits: readonly Credit[]): Credit | null {
  const whole = credits.filter(
    (credit) =>
      credit.outlet !== null &&
      (credit.kind === 'republished' || (credit.kind === 'wire' && isWholeWire(credit, credits))) &&
      !isCarrierLine(credit.line) &&
      !isLeadIn(credit) &&
      !isMarkupAlone(credit, credits),
  );
  return whole.find(({ kind }) => kind === 'republished') ?? whole[0] ?? null;
}

/** Markup is wrong too often to speak for a whole text alone: another statement must name the same outlet. */
function isMarkupAlone(credit: Credit, credits: readonly Credit[]): boolean {
  if (markupOf(credit) === null) return false;
  return !credits.some((other) => other.outlet === credit.outlet && other.line !== credit.line);
}

/** "Delivered by X" names who carries the page, not whose text it is. */
function isCarrierLine(line: string): boolean {
  return /^\W{0,4}(?:delivered|presented|supplied|brought to you) by\b/i.test(line);
}

/** An agency's own dateline, tail or byline, alone on its line. */
function isWholeWire({ line, outlet }: Credit, credits: readonly Credit[]): boolean {
  if (/\b(?:material|information|contribut|based|with|avec|mit|con)\b/i.test(line)) return false;
  return !credits.some((other) => other.kind === 'wire' && other.line === line && other.outlet !== outlet);
}

/** "As written by Ann Carter for X:" below the page's own words leads to an excerpt; it speaks for what follows only. */
function isLeadIn({ line, span }: Credit): boolean {
  return span !== null && span.start > 0 && /[:：]\s*$/.test(line);
}

/** The outlet a text credits, as a whole or for the excerpt that it is mostly made of; what copies are grouped by. */
export function creditedSource(credits: readonly Credit[]): Credit | null {
  const excerpt = credits.find(
    ({ kind, outlet, line }) => kind === 'republished' && outlet !== null && !isCarrierLine(line),
  );
  return wholeCredit(credits) ?? excerpt ?? null;
}
