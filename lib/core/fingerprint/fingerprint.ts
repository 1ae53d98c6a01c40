import type { Tokens } from '@/lib/core/text';
import { hashRun, hashRuns } from './hash';
import type { Fingerprint } from './types';
import { winnow } from './winnow';

/** Words in a shingle. Measured: k 8 loses recall on edited text, k 4 brings up to four times the candidates and no recall. */
export const shingleWords = 5;

/** Window of each nested level, in shingles: any shared run of `window + shingleWords - 1` words is found. */
export const windows = { base: 16, tier: 8, dense: 4 } as const;

/** The level of the tier, which a large library does without. */
export const finerLevel = 1;

const keySeed = 0x52656672;
/** Selection must not favour small keys (keys are bucketed by prefix in the index), so it has a hash of its own. */
const selectionSeed = 0x61696e21;

/** Keys of all shingles of a text's word hashes, in order; empty below `shingleWords` words. */
export function shingleKeys(hashes: Uint32Array): Uint32Array {
  return hashRuns(hashes, shingleWords, keySeed);
}

/**
 * Fingerprints a text: winnowed shingles on three nested levels.
 * Level 0 (base) alone finds any shared run of 20 words; with level 1, of 12; inside quotation marks levels 0 and 2
 * find any of 8 words. A shingle of the dense level is level 2 even where the tier selects it too, so the tier can be
 * dropped from a large index without losing a quotation.
 */
export function fingerprint(tokens: Tokens): Fingerprint {
  const words = tokens.hashes;
  const order = hashRuns(words, shingleWords, selectionSeed);
  const level = new Uint8Array(order.length).fill(unselected);
  winnow(order, windows.tier, (i) => {
    level[i] = finerLevel;
  });
  for (const { start, end } of quotedShingles(tokens.quoted, order.length))
    winnow(order.subarray(start, end), windows.dense, (i) => {
      level[start + i] = 2;
    });
  winnow(order, windows.base, (i) => {
    level[i] = 0;
  });
  return selected(words, level);
}

const unselected = 255;

function selected(words: Uint32Array, level: Uint8Array): Fingerprint {
  let count = 0;
  for (let i = 0; i < level.length; i++) if (level[i] !== unselected) count++;
  const print: Fingerprint = {
    scheme: 'fp1',
    keys: new Uint32Array(count),
    positions: new Uint32Array(count),
    levels: new Uint8Array(count),
    words: words.length,
  };
  let next = 0;
  for (let i = 0; i < level.length; i++) {
    if (level[i] === unselected) continue;
    print.keys[next] = hashRun(words, i, shingleWords, keySeed);
    print.positions[next] = i;
    print.levels[next] = level[i]!;
    next++;
  }
  return print;
}

/** Runs of shingles that lie wholly inside quotation marks, `[start, end)` in shingles. */
function* quotedShingles(quoted: Uint8Array, shingles: number): Generator<{ start: number; end: number }> {
  for (let start = 0; start < shingles; start++) {
    if (!quoted[start]) continue;
    let end = start;
    while (end < quoted.length && quoted[end]) end++;
    if (end - start >= shingleWords) yield { start, end: end - shingleWords + 1 };
    start = end;
  }
}
