import { readSettings } from '@/lib/app/settings';
import { editOutlets, type OutletEdit } from '@/lib/core/article';
import type { CorpusReader } from '@/lib/core/matching';
import { LibraryUnavailableError } from '@/lib/corpus/store';
import type { HeldPages } from './held-pages';
import type { LibraryDesk } from './library-desk';

/**
 * What a page is compared with: the library, and the pages held beside it (never the page itself).
 * What the reader says about outlets is put in force before anything is compared, over what packs say of them.
 * Where the browser keeps no library at all (Firefox that never remembers history), the held pages still serve.
 */
export function corpora(
  desk: LibraryDesk,
  held: HeldPages,
  saidByPacks: () => Promise<OutletEdit[]>,
): (articleId: string) => Promise<CorpusReader[]> {
  async function stored(): Promise<CorpusReader | null> {
    try {
      return await desk.reader();
    } catch (error) {
      if (error instanceof LibraryUnavailableError) return null;
      throw error;
    }
  }
  return async (articleId) => {
    const [said, { outletEdits }, library] = await Promise.all([saidByPacks(), readSettings(), stored()]);
    editOutlets([...said, ...outletEdits]);
    return [library, await held.corpus(articleId)].filter((corpus) => corpus !== null);
  };
}
