/** A share of counted things, with the range it lies in. */
export interface Share {
  right: number;
  of: number;
  /** `right` ÷ `of`; `null` where nothing was counted, as are `low` and `high`. */
  share: number | null;
  /** The 95 % interval. */
  low: number | null;
  high: number | null;
}

/** Standard normal quantile of a two-sided 95 % interval. */
const z = 1.959964;

/**
 * A share with its 95 % interval after Wilson ("Probable inference, the law of succession, and statistical inference",
 * 1927): unlike the textbook interval it is right for small counts and for shares near 0 and 1.
 */
export function shareOf(right: number, of: number): Share {
  if (of === 0) return { right, of, share: null, low: null, high: null };
  const share = right / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { right, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
