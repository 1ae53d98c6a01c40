import { Disclosure, Foreign, useSay } from '@/components/ui';
import type { AddedOrCut, Swap } from '@/lib/core/framing';
import { plural } from '@/lib/core/report';
import { Openable, outletIn, Teller } from './evidence-place';
import { type ChangedSide, type SharedChange, sameChanges } from './same-changes';
import type { FramedStory } from './source';

/** Differences shown of each kind. */
const mostShown = 30;

/** What near-copies do not share: labels swapped first, then headlines, sentences, words. */
export function AddedCutList({ story }: { story: FramedStory }) {
  const say = useSay();
  const swaps = sameChanges(story.framing.swaps);
  const addedCut = sameChanges(story.framing.addedCut);
  const labels = swaps.filter(({ kind }) => kind !== 'words');
  const words = swaps.filter(({ kind }) => kind === 'words');
  const sentences = addedCut.filter(({ kind }) => kind !== 'words');
  const small = addedCut.filter(({ kind }) => kind === 'words');
  if (swaps.length + addedCut.length === 0) return null;
  return (
    <section class="framing__lens">
      <h3>{say('framing_added_cut')}</h3>
      {labels.length > 0 && <Swaps swaps={labels} story={story} />}
      {sentences.length > 0 && <Changes changes={sentences} story={story} />}
      {words.length + small.length > 0 && (
        <Disclosure summary={plural(say, 'framing_word_changes', words.length + small.length)}>
          <Swaps swaps={words} story={story} />
          <Changes changes={small} story={story} />
        </Disclosure>
      )}
    </section>
  );
}

interface SwapsProps {
  swaps: SharedChange<Swap['kind']>[];
  story: FramedStory;
}

function Swaps({ swaps, story }: SwapsProps) {
  const say = useSay();
  return (
    <ul class="plain">
      {swaps.slice(0, mostShown).map(({ sides: [one, other] }) => (
        <li key={`${keyOf(one)} ${keyOf(other)}`} class="framing__swap">
          {one && <Words side={one} story={story} />}
          <span class="soft small">{say('framing_swapped')}</span>
          {other && <Words side={other} story={story} />}
        </li>
      ))}
    </ul>
  );
}

function keyOf(side: ChangedSide | undefined): string {
  const place = side?.places[0];
  return `${place?.articleId} ${place?.field} ${place?.span.start}`;
}

function Words({ side: { places, tellers }, story }: { side: ChangedSide; story: FramedStory }) {
  const say = useSay();
  const who = tellers.map((id) => outletIn(story, id) ?? say('report_outlet_unknown')).join(', ');
  return (
    <span>
      <Openable
        story={story}
        places={places}
        label={plural(say, 'framing_open_label', places.length, places[0]!.exact, who)}
      />{' '}
      <span class="soft small">
        <Tellers story={story} ids={tellers} />
      </span>
    </span>
  );
}

function Tellers({ story, ids }: { story: FramedStory; ids: string[] }) {
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Teller story={story} id={id} />
    </span>
  ));
}

/** Marks that the words bring along: no further ones are set around them. */
const marked = /^[“”"„«»]|[“”"„«»]$/u;

interface ChangesProps {
  changes: SharedChange<AddedOrCut['kind']>[];
  story: FramedStory;
}

function Changes({ changes, story }: ChangesProps) {
  const say = useSay();
  return (
    <ul class="plain">
      {changes.slice(0, mostShown).map(({ kind, sides }) => (
        <li key={`${kind} ${sides.map(keyOf)}`} class="framing__change">
          {sides.map(({ places: [place], tellers }) => {
            const words = (
              <Foreign text={place!.exact} language={story.texts.get(place!.articleId)?.language ?? null} />
            );
            return (
              <p key={place!.articleId}>
                <span class="soft small">
                  <Tellers story={story} ids={tellers} />
                  {kind === 'headline' ? ` · ${say('framing_headline')}` : ` · ${say('framing_only_in')}`}
                </span>{' '}
                {marked.test(place!.exact) ? words : <q>{words}</q>}
              </p>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
