import { useState } from 'preact/hooks';
import { LibrarySearch } from '@/components/library';
import { type Ask, FailureNote, useSay, useWork } from '@/components/ui';
import type { LibraryCounts, LibraryHit } from '@/lib/app/messaging';

interface SearchBoxProps {
  ask: Ask;
  counts: LibraryCounts;
  onCounts: (counts: LibraryCounts) => void;
}

/** Search in the library from the options page. */
export function SearchBox({ ask, counts, onCounts }: SearchBoxProps) {
  const say = useSay();
  const { failure, work } = useWork();
  const [hits, setHits] = useState<LibraryHit[] | null>(null);
  return (
    <>
      <h3>{say('options_search')}</h3>
      <FailureNote failure={failure} />
      <LibrarySearch
        hits={hits}
        outlets={counts.outlets}
        onSearch={(query, filter) => work(async () => setHits(await ask('searchLibrary', query, filter)))}
        onOpenLink={(url) => work(() => ask('openLink', url))}
        onDelete={(ref) =>
          work(async () => {
            onCounts(await ask('deleteArticle', ref));
            setHits(hits?.filter((hit) => hit.ref !== ref) ?? null);
          })
        }
      />
    </>
  );
}
