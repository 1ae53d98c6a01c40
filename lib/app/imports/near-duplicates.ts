import type { CorpusReader, PreparedArticle } from '@/lib/core/matching';

/**
 * Keys of an article that are looked up. Its smallest ones are a fair sample of them all (Broder 1997), so another article
 * that has all four holds, as a rule, nearly all of its words.
 */
const sampled = 4;
/** Base keys below which a text is too short to be judged by a sample. */
const fewest = 16;

/** For each article of a batch: whether nearly all of its words stand in another one, in the library or before it in the batch. */
export async function nearDuplicates(
  reader: Pick<CorpusReader, 'postings'>,
  batch: readonly PreparedArticle[],
): Promise<boolean[]> {
  const samples = batch.map(sampleOf);
  const held = await heldAsWhole(reader, samples);
  const inBatch = new Set<string>();
  return samples.map((sample) => {
    if (sample.length === 0) return false;
    const name = sample.join();
    const before = inBatch.has(name);
    inBatch.add(name);
    return before || held.has(sample);
  });
}

/** The samples that an article of the library has as a whole. Most are settled by their first key, so the others are asked for after it. */
async function heldAsWhole(
  reader: Pick<CorpusReader, 'postings'>,
  samples: readonly number[][],
): Promise<Set<number[]>> {
  const asked = samples.filter(({ length }) => length > 0);
  const firsts = await reader.postings(Uint32Array.from(asked, ([first]) => first!));
  const likely = asked.flatMap((sample, i) => {
    const { refs } = firsts[i]!;
    return refs.length === 0 ? [] : [{ sample, refs, others: sample.slice(1) }];
  });
  const found = await reader.postings(Uint32Array.from(likely.flatMap(({ others }) => others)));
  let at = 0;
  const held = likely.filter(({ refs, others }) => {
    const lists = found.slice(at, at + others.length).map((postings) => postings.refs);
    at += others.length;
    return refs.some((ref) => lists.every((list) => list.includes(ref)));
  });
  return new Set(held.map(({ sample }) => sample));
}

function sampleOf({ keys, levels }: PreparedArticle): number[] {
  const base = [...new Set(keys.filter((_, n) => levels[n] === 0))];
  return base.length < fewest ? [] : base.sort((a, b) => a - b).slice(0, sampled);
}
