import type { KeptHere } from '@/lib/app/messaging';
import { siteOf } from '@/lib/app/permissions';
import { readSettings } from '@/lib/app/settings';
import type { PageReading } from '@/lib/core/article';
import { readCredits } from '@/lib/core/provenance';
import type { LibraryDesk } from './library-desk';

interface Page {
  url: string;
  privateTab: boolean;
  reading: PageReading | null;
}

/**
 * Pages the reader reads, kept in the library where the reader said so: nowhere at first, on single sites, or on all.
 * Nothing is kept from a private window.
 */
export function keptPages(library: Pick<LibraryDesk, 'takePage' | 'isHeld'>) {
  async function wanted({ url, privateTab }: Omit<Page, 'reading'>): Promise<boolean> {
    if (privateTab) return false;
    const { keepPages } = await readSettings();
    const site = siteOf(url);
    return keepPages.all || (site !== null && keepPages.sites.includes(site));
  }

  return {
    /** Keeps a page that was read, if it is to be kept. @returns whether the library changed. */
    async keep({ url, privateTab, reading }: Page): Promise<boolean> {
      if (reading === null || !(await wanted({ url, privateTab }))) return false;
      const { added, revised } = await library.takePage(
        {
          article: reading.article,
          credits: readCredits(reading),
          summary: null,
        },
        siteOf(url) ?? '',
      );
      return added + revised > 0;
    },

    /** What the popup says of a tab's page. */
    async here({ url, privateTab, reading }: Page): Promise<KeptHere> {
      return {
        held: reading !== null && (await library.isHeld(reading.article.id)),
        wanted: await wanted({ url, privateTab }),
        privateTab,
      };
    },
  };
}
