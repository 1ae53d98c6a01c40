/**
 * Winnowing, from its definition in Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document
 * Fingerprinting" (SIGMOD 2003): of every window of `window` consecutive values the smallest is selected, the
 * rightmost of equal ones. A sequence shorter than one window is one window.
 *
 * What follows from it, and is tested:
 * - any `window` consecutive values that two sequences share hold a selection made in both;
 * - selections of a wider window are a subset of those of a narrower one.
 *
 * @param select called with each selected index, ascending, once each
 */
export function winnow(values: Uint32Array, window: number, select: (index: number) => void): void {
  const last = values.length - 1;
  if (last < 0) return;
  let smallest = -1;
  let reported = -1;
  for (let end = Math.min(window - 1, last); end <= last; end++) {
    const start = Math.max(0, end - window + 1);
    if (smallest < start) {
      smallest = start;
      for (let i = start + 1; i <= end; i++) if (values[i]! <= values[smallest]!) smallest = i;
    } else if (values[end]! <= values[smallest]!) smallest = end;
    if (smallest !== reported) {
      reported = smallest;
      select(smallest);
    }
  }
}
