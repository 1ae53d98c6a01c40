import { Foreign, Quoted, useSay } from '@/components/ui';
import type { Attribution } from '@/lib/core/framing';
import { dateWords } from '@/lib/core/report';
import { Sentence, Teller } from './evidence-place';
import type { FramedStory } from './source';

/** Rows shown. */
const mostShown = 10;

/** The same person or figure with different attribution: each side with whom it was said to, on which occasion, when. */
export function AttributedList({ story }: { story: FramedStory }) {
  const say = useSay();
  const rows = story.framing.attributedDifferently.slice(0, mostShown);
  if (rows.length === 0) return null;
  return (
    <section class="framing__lens">
      <h3>{say('framing_attributed')}</h3>
      <p class="soft small">{say('framing_attributed_lead')}</p>
      <ul class="plain">
        {rows.map(({ anchor, kind, sides }) => (
          <li key={`${kind} ${anchor}`} class="actors__row">
            <h4>
              <Foreign text={anchor} />
            </h4>
            {sides.map((side) => (
              <Side key={`${side.articleId} ${side.span.start}`} side={side} story={story} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Side({ side, story }: { side: Attribution; story: FramedStory }) {
  const say = useSay();
  const facts = [
    side.source === null ? null : say('framing_said_to', side.source),
    say('framing_occasion', side.occasion ?? say('framing_not_known')),
    say('framing_said_on', side.date ?? say('framing_not_known')),
    say('framing_article_of', dateWords(say, side.published)),
  ].filter((fact) => fact !== null);
  return (
    <div class="framing__side">
      <p class="small">
        <Teller story={story} id={side.articleId} />
        {side.speaker !== null && (
          <>
            {' · '}
            <Foreign text={side.speaker} />
          </>
        )}
        {side.cue !== null && (
          <>
            {' '}
            <Quoted text={side.cue} />
          </>
        )}
      </p>
      <Sentence story={story} evidence={side} />
      <p class="soft small">{facts.join(' · ')}</p>
    </div>
  );
}
