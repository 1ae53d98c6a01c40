/**
 * Winnowed word-shingle fingerprint of one text, scheme `fp1`. The three arrays run in parallel, in text order.
 */
export interface Fingerprint {
  scheme: 'fp1';
  /** 32-bit shingle keys. */
  keys: Uint32Array;
  /** Index of each shingle's first word among the folded words. */
  positions: Uint32Array;
  /** Nested winnowing level: 0 = base (w 16), 1 = w 8 tier, 2 = dense (w 4, inside quotation marks). */
  levels: Uint8Array;
  /** Folded words of the text. */
  words: number;
}
