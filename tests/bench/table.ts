/** One line of a benchmark's table. A missed target is printed as missed, with why. */
export interface Row {
  measure: string;
  /** What it was measured on, with counts. */
  gold: string;
  figure: string;
  target: string;
  met: boolean | null;
  why?: string;
}

/** Prints rows as one table; `met: null` is a figure without a target. */
export function printRows(rows: Row[]): void {
  const cells = rows.map((row) => [
    row.measure,
    row.gold,
    row.figure,
    row.target,
    row.met === null ? '' : row.met ? 'met' : `missed${row.why ? `: ${row.why}` : ''}`,
  ]);
  const lines = [['measure', 'gold', 'figure', 'target', ''], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]!.length)));
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}
