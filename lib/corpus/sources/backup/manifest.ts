import * as v from 'valibot';

/** The newest backup format that is written and read; a higher number is refused, not guessed at. */
export const backupVersion = 1;
export const manifestName = 'manifest.json';
/** Articles stand in parts of about this many bytes, so that a damaged place costs a part and nothing has to fit in memory. */
export const partBytes = 8_000_000;
/** Longest file of a backup, in bytes as unpacked. */
export const longestFile = 128_000_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a backup says of itself. Written last, because only then the checksums are known. */
export const manifestSchema = v.object({
  format: v.literal('refrain-backup'),
  version: count,
  /** ISO moment. */
  made: v.pipe(v.string(), v.maxLength(40)),
  articles: count,
  files: v.pipe(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,99}$/)),
        bytes: count,
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      }),
    ),
    v.maxLength(100_000),
  ),
});
export type BackupManifest = v.InferOutput<typeof manifestSchema>;

/** Name of the file with the articles of a part, counted from 1. */
export function partName(number: number): string {
  return `articles-${String(number).padStart(4, '0')}.jsonl`;
}

/** Whether a file of a backup holds articles. */
export function isPart(name: string): boolean {
  return /^articles-\d{4,}\.jsonl$/.test(name);
}
