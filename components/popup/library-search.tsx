import { useState } from 'preact/hooks';
import { ExternalLink, Foreign, useSay } from '@/components/ui';
import type { LibraryHit } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';

interface LibrarySearchProps {
  /** `null` before the first search. */
  hits: LibraryHit[] | null;
  onSearch: (query: string) => void;
  onOpenLink: (url: string) => void;
}

/** Search in the reader's own library, by headline and outlet. */
export function LibrarySearch({ hits, onSearch, onOpenLink }: LibrarySearchProps) {
  const say = useSay();
  const [query, setQuery] = useState('');
  return (
    <search class="popup-section">
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          if (query.trim() !== '') onSearch(query.trim());
        }}
      >
        <label class="field__label" for="library-query">
          {say('popup_search')}
        </label>
        <div class="input-row">
          <input
            id="library-query"
            class="input"
            type="search"
            dir="auto"
            maxLength={400}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            {say('popup_search_go')}
          </button>
        </div>
      </form>
      <p class="soft small" role="status">
        {hits === null ? '' : plural(say, 'popup_hits', hits.length)}
      </p>
      <ul class="rows">
        {hits?.map((hit) => (
          <li key={hit.ref} class="rows__row">
            <span class="rows__words">
              <ExternalLink url={hit.url} onOpenLink={onOpenLink}>
                <Foreign text={hit.title ?? hit.url ?? say('popup_untitled')} />
              </ExternalLink>
              <span class="soft small">
                <Foreign text={[hit.outlet, hit.published].filter((fact) => fact !== null).join(', ')} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </search>
  );
}
