import * as v from 'valibot';
import { relations } from '@/lib/core/matching';
import { BadInput } from '../bad-input';
import { linesOf } from '../files';

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const span = v.tuple([place, place]);
const id = v.pipe(v.string(), v.minLength(1));

const pairSchema = v.object({
  a: id,
  b: id,
  relation: v.picklist(relations),
  words_shared: place,
  passages: v.array(v.object({ a: span, b: span })),
});

/** A pair as `pairs` printed it, as far as an audit asks. */
export type PrintedPair = v.InferOutput<typeof pairSchema>;

/** The pairs of a file, one at a time. */
export function pairsIn(file: string): AsyncGenerator<PrintedPair> {
  return recordsIn(file, pairSchema, 'this is no pair. Name a file that `pairs` has written.');
}

/** The lines of a JSONL file by a schema; `why` is said of a line that does not fit it. */
export async function* recordsIn<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  why: string,
): AsyncGenerator<v.InferOutput<Schema>> {
  for await (const { number, text } of linesOf(file)) {
    const parsed = v.safeParse(schema, jsonOf(text));
    if (!parsed.success) throw new BadInput(`${file}, line ${number}`, why);
    yield parsed.output;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** One name for a pair, whichever of the two comes first. */
export function pairName({ a, b }: { a: string; b: string }): string {
  return JSON.stringify([a, b].sort());
}
