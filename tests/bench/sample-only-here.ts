import { sampleOnlyHere } from './only-here-measures';

/** Prints a hundred items of "only here" to be judged by reading: `node tests/bench/run.mjs sample-only-here 5`. */
export default async function sample([seed = '1']: readonly string[]): Promise<void> {
  for (const { set, item, here, there } of await sampleOnlyHere(100, Number(seed))) {
    const { articleId: article, span, kind, exact, searched } = item;
    const sentence = here.text.slice(item.sentence.start, item.sentence.end);
    console.log(JSON.stringify({ set, seed: Number(seed), article, ...span, kind }));
    console.log(`${exact}\nsearched: ${searched.join(' / ')}\nhere: ${sentence}`);
    for (const { id, title, text } of there) console.log(`there, ${id}: ${title ?? ''}\n${text}`);
  }
}
