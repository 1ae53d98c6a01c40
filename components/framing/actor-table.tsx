import { Disclosure, Foreign, useSay } from '@/components/ui';
import type { ActorRow, Label } from '@/lib/core/framing';
import { plural } from '@/lib/core/report';
import { Openable, outletIn, Teller } from './evidence-place';
import type { FramedStory } from './source';

/** Rows shown at once: those with the most different words. */
const ROWS_SHOWN = 8;
/** Different labels of one article shown at once. */
const LABELS_SHOWN = 12;

/** One row for each actor, in it what each article calls it; words in quotations and excerpts apart from its own. */
export function ActorTable({ story }: { story: FramedStory }) {
  const say = useSay();
  const rows = [...story.framing.actors].sort((a, b) => variety(b) - variety(a));
  if (rows.length === 0) return null;
  const draw = (row: ActorRow) => <Row key={row.key} row={row} story={story} />;
  return (
    <section class="framing__lens">
      <h3>{say('framing_actors')}</h3>
      <p class="soft small">{say('framing_actors_lead')}</p>
      <ul class="actors">{rows.slice(0, ROWS_SHOWN).map(draw)}</ul>
      {rows.length > ROWS_SHOWN && (
        <Disclosure summary={plural(say, 'framing_more_actors', rows.length - ROWS_SHOWN)}>
          <ul class="actors">{rows.slice(ROWS_SHOWN).map(draw)}</ul>
        </Disclosure>
      )}
    </section>
  );
}

/** How many different words a row holds. */
function variety({ labels }: ActorRow): number {
  return new Set(labels.map(({ exact }) => exact.toLowerCase())).size;
}

function Row({ row, story }: { row: ActorRow; story: FramedStory }) {
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
      {words.slice(0, LABELS_SHOWN).map((places) => (
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
