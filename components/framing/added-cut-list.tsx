import { Disclosure, Foreign, useSay } from '@/components/ui';
import type { AddedOrCut, Evidence, Swap } from '@/lib/core/framing';
import { plural } from '@/lib/core/report';
import { Openable, outletIn, Teller } from './evidence-place';
import type { FramedStory } from './source';

/** Differences shown of each kind. */
const MOST_SHOWN = 30;

/** What near-copies do not share: labels swapped first, then headlines, sentences, words. */
export function AddedCutList({ story }: { story: FramedStory }) {
  const say = useSay();
  const { swaps, addedCut } = story.framing;
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

function Swaps({ swaps, story }: { swaps: Swap[]; story: FramedStory }) {
  const say = useSay();
  return (
    <ul class="plain">
      {swaps.slice(0, MOST_SHOWN).map(({ inA, inB }) => (
        <li key={`${inA.articleId}${inA.span.start} ${inB.articleId}${inB.span.start}`} class="framing__swap">
          <Words evidence={inA} story={story} />
          <span class="soft small">{say('framing_swapped')}</span>
          <Words evidence={inB} story={story} />
        </li>
      ))}
    </ul>
  );
}

function Words({ evidence, story }: { evidence: Evidence; story: FramedStory }) {
  const say = useSay();
  const who = outletIn(story, evidence.articleId) ?? say('report_outlet_unknown');
  return (
    <span>
      <Openable
        story={story}
        places={[evidence]}
        label={plural(say, 'framing_open_label', 1, evidence.exact, who)}
      />{' '}
      <span class="soft small">
        <Teller story={story} id={evidence.articleId} />
      </span>
    </span>
  );
}

function Changes({ changes, story }: { changes: AddedOrCut[]; story: FramedStory }) {
  const say = useSay();
  return (
    <ul class="plain">
      {changes.slice(0, MOST_SHOWN).map(({ kind, a, b, inA, inB }) => (
        <li key={`${a} ${inA?.span.start} ${b} ${inB?.span.start} ${kind}`} class="framing__change">
          {[inA, inB].map((side) =>
            side === null ? null : (
              <p key={side.articleId}>
                <span class="soft small">
                  <Teller story={story} id={side.articleId} />
                  {kind === 'headline' ? ` · ${say('framing_headline')}` : ` · ${say('framing_only_in')}`}
                </span>{' '}
                <q>
                  <Foreign text={side.exact} language={story.texts.get(side.articleId)?.language ?? null} />
                </q>
              </p>
            ),
          )}
        </li>
      ))}
    </ul>
  );
}
