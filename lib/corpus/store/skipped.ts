/** Rows that could not be read, by where they lie. Each is counted once; none ever stops a match. */
export interface Skipped {
  note(where: SkippedWhere, key: number | string): void;
  counts(): Record<SkippedWhere, number>;
  clear(): void;
}

export type SkippedWhere = 'articles' | 'texts' | 'index';

/** Kept in memory: what cannot be read is found again when it is next looked at. */
export function skippedRows(): Skipped {
  const rows: Record<SkippedWhere, Set<number | string>> = {
    articles: new Set(),
    texts: new Set(),
    index: new Set(),
  };
  return {
    note: (where, key) => {
      rows[where].add(key);
    },
    counts: () => ({ articles: rows.articles.size, texts: rows.texts.size, index: rows.index.size }),
    clear: () => {
      for (const set of Object.values(rows)) set.clear();
    },
  };
}
