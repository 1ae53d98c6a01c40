import { Foreign, useSay } from '@/components/ui';
import type { ImportResult } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';

interface ImportBoxProps {
  imported: { name: string; result: ImportResult }[];
  onImport: (files: File[]) => void;
}

/** Refused records shown of one file; a broken file may have thousands. */
const REFUSED_SHOWN = 20;

/** Files into the library; what came of each, with one line for each record that was refused. */
export function ImportBox({ imported, onImport }: ImportBoxProps) {
  const say = useSay();
  return (
    <>
      <h3>{say('options_import')}</h3>
      <div class="field">
        <label for="import-file">{say('options_import_what')}</label>
        <input
          id="import-file"
          class="input"
          type="file"
          multiple
          accept=".jsonl,.ndjson,.html,.htm,.txt"
          onChange={(event) => {
            const input = event.currentTarget;
            onImport([...(input.files ?? [])]);
            input.value = '';
          }}
        />
      </div>
      <div role="status">
        {imported.map(({ name, result }) => (
          <ImportLines key={name} name={name} result={result} />
        ))}
      </div>
    </>
  );
}

function ImportLines({ name, result }: { name: string; result: ImportResult }) {
  const say = useSay();
  const { added, revised, unchanged, refused } = result;
  const more = refused.length - REFUSED_SHOWN;
  return (
    <div class={refused.length > 0 ? 'note note--error import' : 'note import'}>
      <p>
        <strong>
          <Foreign text={name} />
        </strong>{' '}
        {say('options_import_result', added, revised, unchanged, refused.length)}
      </p>
      <ul class="small">
        {refused.slice(0, REFUSED_SHOWN).map(({ where, why }) => (
          <li key={where}>
            <Foreign text={`${where}: ${why}`} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="small">{plural(say, 'options_import_more', more)}</p>}
    </div>
  );
}
