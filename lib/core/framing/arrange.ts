import type { ActorRow, Label } from './types';

/** What a reader changed in actor tables: rows made one, labels given a row of their own. */
export interface RowChoices {
  /** Keys of two rows that are one actor. */
  merged: [string, string][];
  /** Words (folded) of a row that are another actor's. */
  split: { key: string; label: string }[];
}

/** The rows as the reader arranged them. A row that is gone takes its choices with it; nothing else changes. */
export function arrangeRows(rows: readonly ActorRow[], { merged, split }: RowChoices): ActorRow[] {
  const apart = rows.flatMap((row) =>
    splitRow(row, new Set(split.flatMap(({ key, label }) => (key === row.key ? [label] : [])))),
  );
  const byKey = new Map(apart.map((row) => [row.key, row]));
  for (const [keep, other] of merged) {
    const [one, two] = [byKey.get(keep), byKey.get(other)];
    if (!one || !two || one === two) continue;
    const joined = { ...one, labels: [...one.labels, ...two.labels] };
    byKey.delete(other);
    byKey.set(keep, joined);
  }
  return [...byKey.values()];
}

function splitRow(row: ActorRow, labels: ReadonlySet<string>): ActorRow[] {
  if (labels.size === 0) return [row];
  const rows = new Map<string, ActorRow>();
  const rest: Label[] = [];
  for (const label of row.labels) {
    const words = label.exact.toLowerCase();
    if (!labels.has(words)) {
      rest.push(label);
      continue;
    }
    const own = rows.get(words) ?? { actor: label.exact, key: `${row.key} · ${words}`, labels: [] };
    own.labels.push(label);
    rows.set(words, own);
  }
  return rest.length > 0 ? [{ ...row, labels: rest }, ...rows.values()] : [...rows.values()];
}
