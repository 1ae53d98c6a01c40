import { useId } from 'preact/hooks';
import { useSay } from '@/components/ui';
import type { ImportColumns, ImportPreview } from '@/lib/app/messaging';

const fields = [
  ['text', 'field_text'],
  ['title', 'field_title'],
  ['outlet', 'field_outlet'],
  ['url', 'field_url'],
  ['published', 'field_published'],
  ['byline', 'field_byline'],
  ['summary', 'field_summary'],
  ['language', 'field_language'],
  ['id', 'field_id'],
] as const satisfies [keyof ImportColumns, string][];

interface ColumnChoiceProps {
  table: NonNullable<ImportPreview['table']>;
  onColumns: (columns: ImportColumns) => void;
}

/** Which column of a table holds what, as guessed; each can be chosen anew. */
export function ColumnChoice({ table: { columns, map }, onColumns }: ColumnChoiceProps) {
  const say = useSay();
  const id = useId();
  const choose = (field: keyof ImportColumns, chosen: string) => {
    const { [field]: _, ...others } = map;
    onColumns(chosen === '' ? others : { ...others, [field]: Number(chosen) });
  };
  return (
    <div class="columns">
      {fields.map(([field, name]) => (
        <div key={field} class="field">
          <label for={`${id}-${field}`}>{say(name)}</label>
          <select
            id={`${id}-${field}`}
            class="input"
            dir="auto"
            value={map[field] ?? ''}
            onChange={(event) => choose(field, event.currentTarget.value)}
          >
            <option value="">{say('options_import_no_column')}</option>
            {columns.map(({ name: column, sample }, at) => (
              <option key={`${at} ${column}`} value={at}>
                {sample === '' ? column : `${column}: ${sample}`}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
}
