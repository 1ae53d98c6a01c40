import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { Button, Disclosure, Foreign, useSay } from '@/components/ui';
import { type ActorRow, arrangeRows, type Label, type RowChoices } from '@/lib/core/framing';
import { plural } from '@/lib/core/report';
import { Openable, outletIn, Teller } from './evidence-place';
import { RowChanges } from './row-changes';
import { type FramedStory, FramingContext } from './source';

/** Rows shown at once: those with the most different words. */
const rowsShown = 8;
/** Different labels of one article shown at once. */
const labelsShown = 12;

/** One row for each actor, in it what each article calls it; words in quotations and excerpts apart from its own. */
export function ActorTable({ story }: { story: FramedStory }) {
  const say = useSay();
  const keep = useContext(FramingContext)?.onKeepRows ?? null;
  const [choices, setChoices] = useState(story.choices);
  const change = (changed: RowChoices) => {
    setChoices(changed);
    keep?.(changed);
  };
  const rows = arrangeRows(story.framing.actors, choices).sort((a, b) => variety(b) - variety(a));
  if (rows.length === 0) return null;
  const draw = (row: ActorRow) => (
    <Row key={row.key} row={row} story={story}>
      {keep !== null && (
        <RowChanges
          row={row}
          rows={rows}
          onMerge={(key, other) => change({ ...choices, merged: latest([...choices.merged, [key, other]]) })}
          onSplit={(key, label) => change({ ...choices, split: latest([...choices.split, { key, label }]) })}
        />
      )}
    </Row>
  );
  const isChanged = choices.merged.length + choices.split.length > 0;
  return (
    <section class="framing__lens">
      <h3>{say('framing_actors')}</h3>
      <p class="soft small">{say('framing_actors_lead')}</p>
      <ul class="actors">{rows.slice(0, rowsShown).map(draw)}</ul>
      {rows.length > rowsShown && (
        <Disclosure summary={plural(say, 'framing_more_actors', rows.length - rowsShown)}>
          <ul class="actors">{rows.slice(rowsShown).map(draw)}</ul>
        </Disclosure>
      )}
      {keep !== null && isChanged && (
        <Button onClick={() => change({ merged: [], split: [] })}>{say('framing_undo_rows')}</Button>
      )}
    </section>
  );
}

/** Changes kept; the oldest fall out. */
const mostChanges = 500;

function latest<Change>(changes: Change[]): Change[] {
  return changes.slice(-mostChanges);
}

/** How many different words a row holds. */
function variety({ labels }: ActorRow): number {
  return new Set(labels.map(({ exact }) => exact.toLowerCase())).size;
}

function Row({ row, story, children }: { row: ActorRow; story: FramedStory; children: ComponentChildren }) {
  const cells = Map.groupBy(row.labels, ({ articleId }) => articleId);
  return (
    <li class="actors__row">
      <h4>
        <Foreign text={row.actor} />
      </h4>
      <dl class="actors__cells">
        {[...cells].map(([id, labels]) => (
          <div key={id} class="actors__cell">
            <dt>
              <Teller story={story} id={id} />
            </dt>
            <dd>
              <Labels labels={labels} story={story} id={id} voice="own" />
              <Labels labels={labels} story={story} id={id} voice="quoted" />
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </li>
  );
}

interface LabelsProps {
  labels: Label[];
  story: FramedStory;
  id: string;
  voice: Label['voice'];
}

function Labels({ labels, story, id, voice }: LabelsProps) {
  const say = useSay();
  const own = labels.filter((label) => label.voice === voice);
  if (own.length === 0) return null;
  const words = [...Map.groupBy(own, ({ exact }) => exact.toLowerCase()).values()];
  const who = outletIn(story, id) ?? say('report_outlet_unknown');
  return (
    <p class="chips">
      {voice === 'quoted' && <span class="soft small">{say('framing_quoted')}</span>}
      {words.slice(0, labelsShown).map((places) => (
        <Openable
          key={places[0]!.exact}
          story={story}
          places={places}
          quoted={voice === 'quoted'}
          label={plural(say, 'framing_open_label', places.length, places[0]!.exact, who)}
        />
      ))}
    </p>
  );
}
