import * as v from 'valibot';
import type { PackRow } from '../schema';

const shards = v.array(
  v.object({
    sha256: v.string(),
    number: v.pipe(v.number(), v.safeInteger()),
    whole: v.boolean(),
  }),
);
const manifest = v.looseObject({ shards: v.array(v.looseObject({ sha256: v.string(), file: v.string() })) });

/** What is looked at before a row is used; the manifest was checked when the pack was read. */
const packRow = v.object({
  name: v.string(),
  manifest: v.nullable(manifest),
  shards,
  coming: v.nullable(v.object({ manifest, shards })),
  leaving: v.array(v.pipe(v.number(), v.safeInteger())),
  nextShard: v.pipe(v.number(), v.safeInteger()),
  reach: v.exactOptional(v.record(v.string(), v.object({ from: v.number(), to: v.nullable(v.number()) }))),
});

/** Whether a row of the pack store is one; a damaged one counts as none, and its articles stay until all is deleted. */
export function isPackRow(row: unknown): row is PackRow {
  return v.is(packRow, row);
}
