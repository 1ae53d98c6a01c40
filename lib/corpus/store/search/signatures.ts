import type { PreparedArticle } from '@/lib/core/matching/types';

/**
 * Superimposed coding (Mooers 1948, Roberts 1979) over letter trigrams: each headline is a few bytes in which every
 * trigram of its words sets one bit. Counting the query's bits in each of 100,000 of them takes milliseconds and
 * leaves a couple of hundred candidates for the real, costly ranking; typos cost only the trigrams they touch.
 */
export const signatureBytes = 48;
/** Refs in a row of the store of signatures. */
export const signaturesARow = 512;

const signatureBits = signatureBytes * 8;

/** What a library search looks at, folded: headline, outlet and byline. */
export function searchedText(held: PreparedArticle['held']): string {
  return [held.title, held.outlet, held.byline].filter((part) => part !== null).join(' ');
}

/** Lower case, without marks, words parted by one space. */
export function foldForSearch(text: string): string {
  return text
    .slice(0, 1_000)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Bits that a text sets: one for each trigram of its folded words, word ends included, so that short words count too. */
function trigramBits(text: string): Set<number> {
  const padded = ` ${foldForSearch(text)} `;
  const bits = new Set<number>();
  for (let i = 0; i + 3 <= padded.length; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < i + 3; j++) hash = Math.imul(hash ^ padded.charCodeAt(j), 0x01000193);
    bits.add(((hash ^ (hash >>> 15)) >>> 0) % signatureBits);
  }
  return bits;
}

/** The bits of a text, `signatureBytes` long. */
export function signatureOf(text: string): Uint8Array<ArrayBuffer> {
  const signature = new Uint8Array(signatureBytes);
  for (const bit of trigramBits(text)) signature[bit >>> 3] = signature[bit >>> 3]! | (1 << (bit & 7));
  return signature;
}

/** Row and byte offset of a ref's signature. */
export function signaturePlace(ref: number): { row: number; offset: number } {
  return { row: Math.floor(ref / signaturesARow), offset: (ref % signaturesARow) * signatureBytes };
}

/**
 * The refs whose signatures hold most of the query's bits, best first. Bits that few headlines set weigh more.
 * @param rows signature rows with their keys; a row of a wrong length is left out.
 */
export function likeliest(
  rows: readonly { row: number; signatures: unknown }[],
  query: string,
  limit: number,
): number[] {
  const bits = [...trigramBits(query)];
  const usable = rows.filter((item): item is { row: number; signatures: Uint8Array } => {
    const { signatures } = item;
    return signatures instanceof Uint8Array && signatures.length === signaturesARow * signatureBytes;
  });
  const weights = bitWeights(usable, bits);
  const best: { ref: number; score: number }[] = [];
  let enough = 0;
  for (const { row, signatures } of usable) {
    for (let i = 0; i < signaturesARow; i++) {
      const score = scoreAt(signatures, i * signatureBytes, bits, weights);
      if (score <= enough) continue;
      best.push({ ref: row * signaturesARow + i, score });
      if (best.length >= limit * 4) enough = keepBest(best, limit);
    }
  }
  keepBest(best, limit);
  return best.map(({ ref }) => ref);
}

/** Cuts the list to its best; equal scores favour the newer. @returns the score that a newcomer must pass. */
function keepBest(best: { ref: number; score: number }[], limit: number): number {
  best.sort((a, b) => b.score - a.score || b.ref - a.ref);
  best.length = Math.min(best.length, limit);
  return best.length < limit ? 0 : (best.at(-1)?.score ?? 0);
}

function scoreAt(
  signatures: Uint8Array,
  offset: number,
  bits: readonly number[],
  weights: Float64Array,
): number {
  let score = 0;
  for (let i = 0; i < bits.length; i++) {
    const bit = bits[i]!;
    if ((signatures[offset + (bit >>> 3)]! >>> (bit & 7)) & 1) score += weights[i]!;
  }
  return score;
}

/** Rows looked at to learn how frequent each bit is: 4,096 headlines spread over the library. */
const sampledRows = 8;

function bitWeights(rows: readonly { signatures: Uint8Array }[], bits: readonly number[]): Float64Array {
  const counts = new Float64Array(bits.length);
  const step = Math.max(1, Math.floor(rows.length / sampledRows));
  const sample = rows.filter((_, i) => i % step === 0);
  for (const { signatures } of sample) {
    for (let offset = 0; offset < signatures.length; offset += signatureBytes) {
      for (let i = 0; i < bits.length; i++) {
        const bit = bits[i]!;
        counts[i]! += (signatures[offset + (bit >>> 3)]! >>> (bit & 7)) & 1;
      }
    }
  }
  const all = sample.length * signaturesARow;
  return counts.map((count) => Math.log2(1 + all / (1 + count)));
}
