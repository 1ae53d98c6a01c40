import { Button, FailureNote, FileField, useSay } from '@/components/ui';
import { plural } from '@/lib/core/report';
import { ImportJobRow } from './import-job';
import { ImportPreviewBox } from './import-preview';
import type { Imports } from './use-imports';

const accepted = '.jsonl,.ndjson,.csv,.tsv,.html,.htm,.xhtml,.txt,.md,.warc,.zip,.gz';

/** Files into the library: chosen, looked through, imported, and taken back as a whole. */
export function ImportSection({ imports }: { imports: Imports }) {
  const say = useSay();
  const { chosen, jobs, looking, fit } = imports;
  return (
    <>
      <h3>{say('options_import')}</h3>
      <FailureNote failure={imports.failure} />
      <FileField
        id="import-file"
        words={say('options_import_what')}
        accept={accepted}
        multiple
        onFiles={imports.choose}
      />
      <p class="soft" role="status">
        {looking && say('options_import_looking')}
      </p>
      {chosen.map((one) => (
        <ImportPreviewBox
          key={one.staged}
          chosen={one}
          onColumns={(columns) => imports.setColumns(one.staged, columns)}
          onDiscard={() => imports.discard(one.staged)}
        />
      ))}
      {fit.length > 0 && (
        <Button look="main" onClick={imports.begin}>
          {plural(say, 'options_import_begin', fit.length)}
        </Button>
      )}
      {jobs.length > 0 && (
        <ul class="rows">
          {jobs.map((job) => (
            <ImportJobRow key={job.number} job={job} imports={imports} />
          ))}
        </ul>
      )}
    </>
  );
}
