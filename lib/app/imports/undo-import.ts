import { prepareHeld } from '@/lib/core/matching';
import type { Library } from '@/lib/corpus/store';

/**
 * Takes everything of one import out of the library. Articles it had replaced by newer texts are put back first, as they
 * were, so that stopping midway loses nothing and beginning again ends the same.
 */
export async function undoImport(library: Library, number: number): Promise<void> {
  for (let after: number | null = 0; after !== null; ) {
    const restored: number[] = [];
    const step = await library.imports.revisionsAfter(number, after);
    for (const id of step.replacing) {
      const revisions = await library.revisions(id);
      const before = revisions.findLast(({ article }) => !step.refs.includes(article.ref));
      if (before === undefined || revisions.at(-1) === before) continue;
      await library.imports.restore(prepareHeld(before.article, before.text));
      restored.push(before.article.ref);
    }
    await library.imports.remove([...step.refs, ...restored]);
    after = step.next;
  }
}
