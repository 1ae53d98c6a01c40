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
  const found = await reader.postings(Uint32Array.from(samples.flat()));
  const inBatch = new Set<string>();
  let at = 0;
  return samples.map((sample) => {
    const refs = found.slice(at, at + sample.length).map((postings) => postings.refs);
    at += sample.length;
    if (sample.length === 0) return false;
    const name = sample.join();
    const before = inBatch.has(name);
    inBatch.add(name);
    return before || haveOneInCommon(refs);
  });
}

function sampleOf({ keys, levels }: PreparedArticle): number[] {
  const base = [...new Set(keys.filter((_, n) => levels[n] === 0))];
  return base.length < fewest ? [] : base.sort((a, b) => a - b).slice(0, sampled);
}

function haveOneInCommon(lists: readonly Uint32Array[]): boolean {
  const [first, ...others] = lists;
  return first?.some((ref) => others.every((refs) => refs.includes(ref))) ?? false;
}
