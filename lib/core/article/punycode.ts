/** Decoding of internationalised host names: the algorithm of RFC 3492 §6.2 with its parameters for IDNA. Browsers offer no call for it. */
const BASE = 36;
const TMIN = 1;
const TMAX = 26;
const SKEW = 38;
const DAMP = 700;
const BIAS = 72;
const FIRST = 128;
/** Longest label that DNS allows. */
const LONGEST_LABEL = 63;

/** A host with its `xn--` labels as they are written; a label that is not well formed stays as it is. */
export function decodeHost(host: string): string {
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') && label.length <= LONGEST_LABEL ? decoded(label) : label))
    .join('.');
}

function decoded(label: string): string {
  const input = label.slice(4);
  const cut = input.lastIndexOf('-');
  const points = cut > 0 ? [...input.slice(0, cut)].map((letter) => letter.codePointAt(0)!) : [];
  let [at, n, i, bias] = [cut > 0 ? cut + 1 : 0, FIRST, 0, BIAS];
  while (at < input.length) {
    const before = i;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = digitOf(input.charCodeAt(at++));
      if (digit === null) return label;
      i += digit * weight;
      const threshold = Math.min(TMAX, Math.max(TMIN, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    bias = adapted(i - before, points.length + 1, before === 0);
    n += Math.floor(i / (points.length + 1));
    i %= points.length + 1;
    if (n > 0x10ffff) return label;
    points.splice(i++, 0, n);
  }
  return String.fromCodePoint(...points);
}

function digitOf(code: number): number | null {
  if (code >= 48 && code <= 57) return code - 22;
  if (code >= 97 && code <= 122) return code - 97;
  return null;
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((BASE - TMIN) * TMAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - TMIN));
  return k + Math.floor(((BASE - TMIN + 1) * rest) / (rest + SKEW));
}
