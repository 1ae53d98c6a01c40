import { useId } from 'preact/hooks';
import { useSay } from '@/components/ui';
import type { LibraryCounts, SearchFilter } from '@/lib/app/messaging';

const kinds = [
  ['text', 'search_kind_text'],
  ['headline-only', 'search_kind_headline'],
  ['fingerprint-only', 'search_kind_fingerprint'],
] as const satisfies [NonNullable<SearchFilter['kind']>, string][];

interface SearchFiltersProps {
  filter: SearchFilter;
  outlets: LibraryCounts['outlets'];
  onFilter: (filter: SearchFilter) => void;
}

/** What a search is narrowed to: an outlet, days, a kind of holding. */
export function SearchFilters({ filter, outlets, onFilter }: SearchFiltersProps) {
  const say = useSay();
  const id = useId();
  const day = (name: 'from' | 'to', label: string) => (
    <div class="field">
      <label for={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        class="input"
        type="date"
        value={filter[name] ?? ''}
        onInput={({ currentTarget: { value } }) =>
          onFilter({ ...filter, [name]: value === '' ? null : value })
        }
      />
    </div>
  );
  return (
    <div class="filters">
      <div class="field">
        <label for={`${id}-outlet`}>{say('field_outlet')}</label>
        <select
          id={`${id}-outlet`}
          class="input"
          dir="auto"
          value={filter.outlet ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, outlet: value === '' ? null : value })
          }
        >
          <option value="">{say('search_all')}</option>
          {outlets.map(({ key, outlet }) => (
            <option key={key} value={key}>
              {outlet}
            </option>
          ))}
        </select>
      </div>
      {day('from', say('search_from'))}
      {day('to', say('search_to'))}
      <div class="field">
        <label for={`${id}-kind`}>{say('search_kind')}</label>
        <select
          id={`${id}-kind`}
          class="input"
          value={filter.kind ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, kind: kinds.find(([kind]) => kind === value)?.[0] ?? null })
          }
        >
          <option value="">{say('search_all')}</option>
          {kinds.map(([kind, name]) => (
            <option key={kind} value={kind}>
              {say(name)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
