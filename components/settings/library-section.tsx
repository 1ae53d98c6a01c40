import { type Ask, Button, Confirm, Foreign, useDay, useNumber, useSay, useSize } from '@/components/ui';
import type { LibraryCounts, Settings } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { ImportSection, type Imports } from './imports';
import { HealthBox, PagesBox, RetentionBox, SearchBox, type StorageAsk, StorageMeter } from './library';
import { SettingsSection } from './settings-section';

export interface LibrarySectionProps {
  counts: LibraryCounts;
  ask: Ask;
  settings: Settings;
  storage: StorageAsk;
  imports: Imports;
  onCounts: (counts: LibraryCounts) => void;
  onKeepPages: (keepPages: Settings['keepPages']) => void;
  onLateAnswers: (on: boolean) => void;
  exporting: boolean;
  onExport: () => void;
  onDeleteOutlet: (outlet: string) => void;
  onDeleteAll: () => void;
  onAcknowledgeLoss: () => void;
}

/** What is held, and every way in and out. */
export function LibrarySection(props: LibrarySectionProps) {
  const { counts, imports, exporting } = props;
  const say = useSay();
  return (
    <SettingsSection id="library" heading={say('options_library')}>
      <LostNote {...props} />
      <Counts counts={counts} />
      <Outlets {...props} />
      <SearchBox ask={props.ask} counts={counts} onCounts={props.onCounts} />
      <ImportSection imports={imports} />
      <h3>{say('options_export')}</h3>
      <p class="soft">{say('options_export_what')}</p>
      <Button disabled={exporting || counts.articles === 0} onClick={props.onExport}>
        {say(exporting ? 'options_exporting' : 'options_export_go')}
      </Button>
      <PagesBox
        settings={props.settings}
        onKeepPages={props.onKeepPages}
        onLateAnswers={props.onLateAnswers}
      />
      <StorageMeter counts={counts} storage={props.storage} />
      <RetentionBox
        ask={props.ask}
        counts={counts}
        rule={props.settings.retention}
        onCounts={props.onCounts}
      />
      <HealthBox ask={props.ask} />
      <h3>{say('options_delete_all')}</h3>
      <p class="soft">{say('options_delete_all_what')}</p>
      <Confirm
        ask={say('options_delete_all_ask')}
        question={plural(say, 'options_delete_all_question', counts.articles)}
        act={say('options_delete_all_act')}
        typed={say('options_delete_all_typed')}
        onConfirm={props.onDeleteAll}
      />
    </SettingsSection>
  );
}

/** The browser can lose a database without an error; then it is said here until the reader has read it. */
function LostNote({ counts, onAcknowledgeLoss }: LibrarySectionProps) {
  const say = useSay();
  const writeDay = useDay();
  if (!counts.lost) return null;
  return (
    <div class="note lost" role="alert">
      <p>{plural(say, 'options_lost', counts.lost.had, writeDay(counts.lost.on))}</p>
      <Button onClick={onAcknowledgeLoss}>{say('options_lost_read')}</Button>
    </div>
  );
}

function Counts({ counts }: { counts: LibraryCounts }) {
  const say = useSay();
  const number = useNumber();
  const writeDay = useDay();
  const day = (at: string | null) => (at === null ? say('date_none') : writeDay(at));
  const size = useSize();
  const rows: [string, string][] = [
    [say('options_count_articles'), number(counts.articles)],
    [say('options_count_headlines'), number(counts.headlineOnly)],
    [say('options_count_fingerprints'), number(counts.fingerprintOnly)],
    [say('options_count_outlets'), number(counts.outlets.length)],
    [say('options_count_oldest'), day(counts.oldest)],
    [say('options_count_newest'), day(counts.newest)],
    [say('options_count_size'), size(counts.bytes)],
  ];
  return (
    <dl class="counts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Outlets({ counts, onDeleteOutlet }: LibrarySectionProps) {
  const say = useSay();
  return (
    <>
      <h3>{say('options_outlets')}</h3>
      {counts.outlets.length === 0 && <p class="soft">{say('options_outlets_none')}</p>}
      <ul class="rows rows--tall">
        {counts.outlets.map(({ outlet, key, articles, own }) => (
          <li key={key} class="rows__row">
            <span class="rows__words">
              <Foreign text={outlet} />
              <span class="soft small">{plural(say, 'options_articles', articles)}</span>
            </span>
            {own === 0 ? (
              <a class="soft small" href="#packs">
                {say('options_outlet_of_packs')}
              </a>
            ) : (
              <Confirm
                ask={say('options_delete')}
                label={say('options_delete_outlet_label', outlet)}
                question={plural(say, 'options_delete_outlet_question', own, outlet)}
                act={say('options_delete')}
                onConfirm={() => onDeleteOutlet(outlet)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
