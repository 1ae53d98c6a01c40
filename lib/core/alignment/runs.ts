/** A maximal run of equal words: `length` words from `here` in one text and from `there` in the other. */
export interface Run {
  here: number;
  there: number;
  length: number;
}

/** Shortest run that is looked at, in words. Shorter ones are noise unless they stand between two others. */
const shortestRun = 4;
const seedWords = 3;
/** Of a seed that the text has more often than this, only the first place starts a run (others lead through it). */
const commonSeed = 32;
/** Most runs kept, the longest first: 400, and more for texts so long that light editing alone makes more. */
const mostRuns = (words: number) => Math.max(400, words >> 2);
/** Words compared at most while runs are extended; reached only by texts that repeat themselves endlessly. */
const mostComparisons = 20_000_000;

/** One text's word hashes with the places of each three-word seed: made once, aligned with many. */
export interface SeededText {
  words: Uint32Array;
  seeds: Seeds;
  /** Zeroed room for one place a diagonal, the same for one alignment after another. */
  diagonals: (count: number) => Int32Array;
}

/** Makes a text ready for alignments with many others. @param words hashes of its words */
export function seedText(words: Uint32Array): SeededText {
  let room = new Int32Array(0);
  const diagonals = (count: number) => {
    if (count > room.length) room = new Int32Array(count);
    else room.fill(0, 0, count);
    return room;
  };
  return { words, seeds: indexSeeds(words), diagonals };
}

/**
 * Finds the maximal runs of at least `shortestRun` equal words, by seeds of three words.
 * A run is followed once on each diagonal. The common beginning and the common end of the texts are always among
 * them, so identical texts are found whole even where every seed is common.
 */
export function findRuns(seeded: SeededText, there: Uint32Array): Run[] {
  const { words: here, seeds } = seeded;
  const search = new RunSearch(here, there, seeded.diagonals(here.length + there.length + 1));
  if (here.length > 0 && there.length > 0) search.follow(0, 0);
  const isSeed = (i: number, j: number) =>
    here[i] === there[j] && here[i + 1] === there[j + 1] && here[i + 2] === there[j + 2];
  for (let j = 0; j + seedWords <= there.length; j++) {
    let first = seeds.first(there, j);
    while (first >= 0 && !isSeed(first, j)) first = seeds.next(first);
    if (first < 0) continue;
    let places = 0;
    for (let i = first; i >= 0 && places <= commonSeed; i = seeds.next(i)) if (isSeed(i, j)) places++;
    if (places > commonSeed) search.follow(first, j);
    else for (let i = first; i >= 0; i = seeds.next(i)) if (isSeed(i, j)) search.follow(i, j);
  }
  search.followEnd();
  return longest(search.runs, mostRuns(here.length + there.length));
}

class RunSearch {
  readonly runs: Run[] = [];
  readonly #here: Uint32Array;
  readonly #there: Uint32Array;
  /** For each diagonal, the word of `here` up to which it has been followed; seeds come in order of `there`. */
  readonly #followed: Int32Array;
  #comparisons = 0;

  /** @param diagonals zeroes, one for each diagonal */
  constructor(here: Uint32Array, there: Uint32Array, diagonals: Int32Array) {
    this.#here = here;
    this.#there = there;
    this.#followed = diagonals;
  }

  /** Follows the run that holds the pair (i, j) to both sides, unless that was done. */
  follow(i: number, j: number): void {
    const here = this.#here;
    const there = this.#there;
    const diagonal = i - j + there.length;
    const done = this.#followed[diagonal]!;
    if (i < done || this.#comparisons > mostComparisons) return;
    let start = i;
    while (start > done && start - i + j > 0 && here[start - 1] === there[start - 1 - i + j]) start--;
    let end = i;
    while (end < here.length && end - i + j < there.length && here[end] === there[end - i + j]) end++;
    this.#comparisons += end - start + 1;
    this.#followed[diagonal] = end;
    if (end - start >= shortestRun)
      this.runs.push({ here: start, there: start - i + j, length: end - start });
  }

  followEnd(): void {
    const i = this.#here.length - 1;
    const j = this.#there.length - 1;
    if (i >= 0 && j >= 0 && this.#here[i] === this.#there[j]) this.follow(i, j);
  }
}

export interface Seeds {
  /** First place in the indexed text whose seed may equal the one at `place` of `words`; -1 for none. */
  first(words: Uint32Array, place: number): number;
  next(place: number): number;
}

/** Chains of places with equal seed hashes, ascending; the caller compares the words. */
function indexSeeds(words: Uint32Array): Seeds {
  const buckets = 1 << Math.max(4, 32 - Math.clz32(words.length));
  const heads = new Int32Array(buckets).fill(-1);
  const following = new Int32Array(words.length).fill(-1);
  const bucket = (of: Uint32Array, i: number) => {
    const hash = Math.imul(
      Math.imul(Math.imul(of[i]!, 0x9e3779b1) + of[i + 1]!, 0x85ebca77) + of[i + 2]!,
      0xc2b2ae3d,
    );
    return (hash ^ (hash >>> 15)) & (buckets - 1);
  };
  for (let i = words.length - seedWords; i >= 0; i--) {
    const at = bucket(words, i);
    following[i] = heads[at]!;
    heads[at] = i;
  }
  return { first: (of, i) => heads[bucket(of, i)]!, next: (place) => following[place]! };
}

function longest(runs: Run[], most: number): Run[] {
  const byPlace = (a: Run, b: Run) => a.here - b.here || a.there - b.there;
  if (runs.length <= most) return runs.sort(byPlace);
  return runs
    .sort((a, b) => b.length - a.length || byPlace(a, b))
    .slice(0, most)
    .sort(byPlace);
}
