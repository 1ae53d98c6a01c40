import type { Credit } from '../types';

/**
 * The credit that speaks of the whole text, if any: the page's own voice is then that outlet's.
 * "Source: X" alone is not one (it may be what the text draws on), nor are notes of help ("X contributed").
 */
export function wholeCredit(credits: readonly Credit[]): Credit | null {
  const whole = credits.filter(
    ({ kind, outlet, line }) =>
      outlet !== null && (kind === 'republished' || kind === 'wire') && !isCarrierLine(line),
  );
  return whole.find(({ kind }) => kind === 'republished') ?? whole[0] ?? null;
}

/** "Delivered by X" names who carries the page, not whose text it is. */
export function isCarrierLine(line: string): boolean {
  return /^\W{0,4}(?:delivered|presented|supplied|brought to you) by\b/i.test(line);
}
