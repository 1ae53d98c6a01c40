/** Questions a tab may put: `perSecond` on average, `burst` at once. */
export interface Rate {
  perSecond: number;
  burst: number;
}

/**
 * A token bucket for each tab. An honest content script asks once or twice per page; a page that has taken over its
 * messages gets no more of the background's time than this.
 *
 * @param now the clock, in milliseconds.
 * @returns whether a question of this tab may be answered now.
 */
export function rateLimit({ perSecond, burst }: Rate, now: () => number): (tabId: number) => boolean {
  // Counted in thousandths of a question, so that whole milliseconds add up exactly.
  const one = 1_000;
  const buckets = new Map<number, { left: number; at: number }>();
  return (tabId) => {
    const at = now();
    const bucket = buckets.get(tabId) ?? { left: burst * one, at };
    const left = Math.min(burst * one, bucket.left + (at - bucket.at) * perSecond);
    buckets.delete(tabId);
    buckets.set(tabId, { left: left >= one ? left - one : left, at });
    if (buckets.size > 1_000) buckets.delete(buckets.keys().next().value ?? tabId);
    return left >= one;
  };
}
