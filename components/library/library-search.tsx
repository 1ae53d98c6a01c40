import { useState } from 'preact/hooks';
import { Confirm, Disclosure, ExternalLink, Foreign, useDay, useSay } from '@/components/ui';
import type { LibraryCounts, LibraryHit, SearchFilter } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { SearchFilters } from './search-filters';

interface LibrarySearchProps {
  /** `null` before the first search. */
  hits: LibraryHit[] | null;
  /** Outlets to choose from. */
  outlets: LibraryCounts['outlets'];
  onSearch: (query: string, filter: SearchFilter) => void;
  onOpenLink: (url: string) => void;
  onDelete: (ref: number) => void;
}

const everything: SearchFilter = { outlet: null, from: null, to: null, kind: null };

/** Search in the reader's own library, by headline, outlet and byline; what is found can be opened, and deleted where it is no pack's. */
export function LibrarySearch({ hits, outlets, onSearch, onOpenLink, onDelete }: LibrarySearchProps) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState(everything);
  return (
    <search class="popup-section">
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          if (query.trim() !== '') onSearch(query.trim(), filter);
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
        <Disclosure summary={say('search_filters')}>
          <SearchFilters filter={filter} outlets={outlets} onFilter={setFilter} />
        </Disclosure>
      </form>
      <p class="soft small" role="status">
        {hits?.length === 0 && say('popup_hits_none')}
        {hits !== null && hits.length > 0 && plural(say, 'popup_hits', hits.length)}
      </p>
      <ul class="rows">
        {hits?.map((hit) => (
          <Hit key={hit.ref} hit={hit} onOpenLink={onOpenLink} onDelete={onDelete} />
        ))}
      </ul>
    </search>
  );
}

function Hit({
  hit,
  onOpenLink,
  onDelete,
}: { hit: LibraryHit } & Pick<LibrarySearchProps, 'onOpenLink' | 'onDelete'>) {
  const say = useSay();
  const writeDay = useDay();
  const title = hit.title ?? hit.url ?? say('popup_untitled');
  const isDated = hit.published !== null && !Number.isNaN(Date.parse(hit.published));
  const day = isDated ? writeDay(hit.published!) : null;
  return (
    <li class="rows__row">
      <span class="rows__words">
        <ExternalLink url={hit.url} onOpenLink={onOpenLink}>
          <Foreign text={title} />
        </ExternalLink>
        <span class="soft small">
          {hit.outlet !== null && <Foreign text={hit.outlet} />}
          {hit.outlet !== null && day !== null && ' · '}
          {day}
        </span>
        {hit.pack !== null && <span class="soft small">{say('search_of_pack', hit.pack)}</span>}
      </span>
      {hit.pack === null && (
        <Confirm
          ask={say('options_delete')}
          label={say('search_delete_label', title)}
          question={say('search_delete_question', title)}
          act={say('options_delete')}
          onConfirm={() => onDelete(hit.ref)}
        />
      )}
    </li>
  );
}
