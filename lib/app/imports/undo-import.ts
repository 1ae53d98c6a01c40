import type { HeldArticle, PreparedArticle } from '@/lib/core/matching';
import type { Library } from '@/lib/corpus/store';

/** A text that an import replaced by a newer one. */
export interface Replaced {
  article: HeldArticle;
  text: string | null;
}

/**
 * Takes everything of one import out of the library. Articles it had replaced by newer texts are put back first, as they
 * were, so that stopping midway loses nothing and beginning again ends the same.
 */
export async function undoImport(
  library: Library,
  number: number,
  prepare: (replaced: Replaced) => PreparedArticle,
): Promise<void> {
  for (let after: number | null = 0; after !== null; ) {
    const restored: number[] = [];
    const step = await library.imports.revisionsAfter(number, after);
    for (const id of step.replacing) {
      const revisions = await library.revisions(id);
      const before = revisions.findLast(({ article }) => !step.refs.includes(article.ref));
      if (before === undefined || revisions.at(-1) === before) continue;
      await library.imports.restore(prepare(before));
      restored.push(before.article.ref);
    }
    await library.imports.remove([...step.refs, ...restored]);
    after = step.next;
  }
}
