import type { LibraryState } from './schema';

/** Every size that trades one cost of the index against another, in one place; tests run with tiny ones. */
export interface Limits {
  /** Articles in the log from which on it is merged. Each query looks through the log; each merge rewrites the blocks. */
  logArticles: number;
  /**
   * Postings in the log from which on it is merged even while more are being added. Until then a merge waits for a
   * quiet moment. Rewriting the blocks is most of what an import asks of the database, and leaves the blocks of before
   * behind until the browser tidies up, so it is put off for as long as the log may stay in memory: 6 bytes a posting.
   * An article of 600 words has 200 of them, 120 in a large library: 100,000 such articles are merged once.
   */
  logPostingsAtMost: number;
  /** Records in the log from which on the same holds: the state, which is read with each question, lists them. */
  logRecordsAtMost: number;
  /** Dead refs from which on a merge is due though the log is short. */
  deadRefs: number;
  /** Blocks rewritten in one transaction, a power of two: 512 take 55 to 85 ms. */
  blocksASlice: number;
  /** The same while queries are likely, which wait for it: a small slice costs more for each block. */
  blocksASliceWhenAsked: number;
  /** Most postings aimed at in one block; between half of them and all, 430 to 850 bytes: a query reads one for each key. */
  postingsABlock: number;
  /**
   * Articles from which on the finer winnowing level is left out. It finds shared runs of 12 words instead of 20 for
   * twice the keys: worth it while a library is small and every hit counts.
   */
  keepsFinerBelow: number;
}

/** Those of readers’ libraries; each as measured. */
export const defaultLimits: Limits = {
  logArticles: 1_024,
  logPostingsAtMost: 16_000_000,
  logRecordsAtMost: 640,
  deadRefs: 256,
  blocksASlice: 512,
  blocksASliceWhenAsked: 128,
  postingsABlock: 256,
  keepsFinerBelow: 20_000,
};

/** Whether a library is so large that it does without the finer level, but for the reader's own pages. */
export function isLarge(state: LibraryState, { keepsFinerBelow }: Limits): boolean {
  return state.counts.articles >= keepsFinerBelow;
}
