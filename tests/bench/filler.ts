import type { Random } from './planted-kinds';

/**
 * Learns which word follows which two in real texts and returns a maker of articles from it: filler that looks like
 * news to an index, for libraries larger than the real collections. It says nothing.
 */
export function trainFiller(texts: readonly string[], random: Random): () => string {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const following = new Map<number, number[]>();
  const number = (word: string) => {
    const known = numbers.get(word) ?? words.length;
    if (known === words.length) {
      numbers.set(word, known);
      words.push(word);
    }
    return known;
  };
  const starts: [number, number][] = [];
  for (const text of texts) {
    const list = text.split(/\s+/).slice(0, 800).map(number);
    if (list.length < 3) continue;
    starts.push([list[0]!, list[1]!]);
    for (let i = 2; i < list.length; i++) {
      const before = pairKey(list[i - 2]!, list[i - 1]!);
      const next = following.get(before);
      if (!next) following.set(before, [list[i]!]);
      else if (next.length < 20) next.push(list[i]!);
    }
  }
  const choose = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)]!;
  return () => {
    let [a, b] = choose(starts);
    const made = [a, b];
    const length = 200 + Math.floor(random() * 700);
    while (made.length < length) {
      const next = following.get(pairKey(a, b));
      // Leaving the learned path often keeps filler from repeating the real texts for more than a few words.
      const word = next === undefined || random() < 0.12 ? choose(starts)[0] : choose(next);
      [a, b] = [b, word];
      made.push(word);
    }
    return made.map((n) => words[n]).join(' ');
  };
}

/** Two word numbers as one key; vocabularies stay far below four million words. */
function pairKey(a: number, b: number): number {
  return a * 4_194_304 + b;
}
