import type { CorpusReader, PreparedArticle } from '@/lib/core/matching';

/**
 * Keys of an article that are looked up. Its smallest ones are a fair sample of them all (Broder 1997), so another article
 * that has all four holds, as a rule, nearly all of its words.
 */
const sampled = 4;
/** Base keys below which a text is too short to be judged by a sample. */
const fewest = 16;

/** Batches that may be on their way into the library, where they cannot be found yet. */
const onTheirWay = 3;

/** What is asked of the library; each batch is a question of its own. */
interface Asked {
  reader(): Pick<CorpusReader, 'postings'>;
}

/**
 * Tells, for each article of a batch, whether nearly all of its words stand in another one: in the library, in one of the last
 * batches that it was asked about, or before it in its own.
 */
export function nearDuplicates(library: Asked) {
  let lately: Set<string>[] = [];
  return async (batch: readonly PreparedArticle[]): Promise<boolean[]> => {
    const samples = batch.map(sampleOf);
    const names = new Set<string>();
    lately = [names, ...lately].slice(0, onTheirWay);
    const before = samples.map((sample) => {
      const name = sample.join();
      const came = lately.some((batch) => batch.has(name));
      if (sample.length > 0) names.add(name);
      return came;
    });
    const held = await heldAsWhole(library.reader(), samples);
    return samples.map((sample, n) => before[n]! || held.has(sample));
  };
}

/** The samples that an article of the library has as a whole. Most are settled by their first key, so the others are asked for after it. */
async function heldAsWhole(
  reader: ReturnType<Asked['reader']>,
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
