import { Button, Disclosure, Foreign, useDay, useNumber, useSay } from '@/components/ui';
import type { ImportColumns, ImportPreview } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { ColumnChoice } from './column-choice';
import { RefusedList } from './refused-list';
import { type Chosen, isOfNothing } from './use-imports';

interface ImportPreviewBoxProps {
  chosen: Chosen;
  onColumns: (columns: ImportColumns) => void;
  onDiscard: () => void;
}

/** What importing a file would do, before anything is stored. */
export function ImportPreviewBox({ chosen: { preview }, onColumns, onDiscard }: ImportPreviewBoxProps) {
  const say = useSay();
  const { name, table, refused, refusals } = preview;
  const nothing = isOfNothing(preview);
  const withoutTexts = table !== null && table.map.text === undefined;
  return (
    <section class="import note" aria-label={name}>
      <p>
        <strong>
          <Foreign text={name} />
        </strong>{' '}
        {nothing
          ? say('options_import_nothing')
          : plural(
              say,
              preview.more ? 'options_import_records_more' : 'options_import_records',
              preview.records,
            )}
      </p>
      {!nothing && <FirstFound preview={preview} />}
      {preview.rows.length > 0 && <FirstRows preview={preview} />}
      {withoutTexts && <p role="status">{say('options_import_no_texts')}</p>}
      {table !== null && (
        <Disclosure summary={say('options_import_columns')} open={preview.articles === 0 || withoutTexts}>
          <ColumnChoice table={table} onColumns={onColumns} />
        </Disclosure>
      )}
      <RefusedList refused={refused} refusals={refusals} />
      <Button look="quiet" label={say('options_import_discard_label', name)} onClick={onDiscard}>
        {say('options_import_discard')}
      </Button>
    </section>
  );
}

/** Of the first records, which were read in full: how many can be taken, are held already, stand nearly whole elsewhere. */
function FirstFound({ preview }: { preview: ImportPreview }) {
  const say = useSay();
  const number = useNumber();
  const { looked, articles, held, near, undated, passedOver, refusals } = preview;
  return (
    <ul class="small">
      <li>{say('options_import_first', number(looked), number(articles), number(refusals))}</li>
      {passedOver > 0 && <li>{plural(say, 'options_import_passed_over', passedOver)}</li>}
      {undated > 0 && <li>{plural(say, 'options_import_undated', undated)}</li>}
      {held > 0 && <li>{plural(say, 'options_import_held', held)}</li>}
      {near > 0 && <li>{plural(say, 'options_import_near', near)}</li>}
    </ul>
  );
}

function FirstRows({ preview: { rows } }: { preview: ImportPreview }) {
  const say = useSay();
  const number = useNumber();
  const writeDay = useDay();
  return (
    <div class="table-frame">
      <table class="table small">
        <thead>
          <tr>
            <th scope="col">{say('field_title')}</th>
            <th scope="col">{say('field_outlet')}</th>
            <th scope="col">{say('field_published')}</th>
            <th scope="col">{say('options_import_words')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, outlet, published, words }) => (
            <tr key={`${title} ${outlet} ${words}`}>
              <td>{title === null ? say('popup_untitled') : <Foreign text={title} />}</td>
              <td>{outlet !== null && <Foreign text={outlet} />}</td>
              <td>{published === null ? say('date_none') : writeDay(published)}</td>
              <td class="table__number">{number(words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
