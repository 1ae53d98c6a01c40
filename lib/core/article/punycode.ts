/** Decoding of internationalised host names: the algorithm of RFC 3492 §6.2 with its parameters for IDNA. Browsers offer no call for it. */
const base = 36;
const tmin = 1;
const tmax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const first = 128;
/** Longest label that DNS allows. */
const longestLabel = 63;

/** A host with its `xn--` labels as they are written; a label that is not well formed stays as it is. */
export function decodeHost(host: string): string {
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') && label.length <= longestLabel ? decoded(label) : label))
    .join('.');
}

function decoded(label: string): string {
  const input = label.slice(4);
  const cut = input.lastIndexOf('-');
  const points = cut > 0 ? [...input.slice(0, cut)].map((letter) => letter.codePointAt(0)!) : [];
  let [at, n, i, bias] = [cut > 0 ? cut + 1 : 0, first, 0, initialBias];
  while (at < input.length) {
    const before = i;
    for (let [weight, k] = [1, base]; ; k += base) {
      const digit = digitOf(input.charCodeAt(at++));
      if (digit === null) return label;
      i += digit * weight;
      const threshold = Math.min(tmax, Math.max(tmin, k - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
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
  let rest = isFirst ? Math.floor(delta / damp) : delta >> 1;
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((base - tmin) * tmax) >> 1; k += base) rest = Math.floor(rest / (base - tmin));
  return k + Math.floor(((base - tmin + 1) * rest) / (rest + skew));
}
