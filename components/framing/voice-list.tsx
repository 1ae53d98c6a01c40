import { Badge, Disclosure, Foreign, useSay } from '@/components/ui';
import type { Voice } from '@/lib/core/framing';
import { Openable, Teller } from './evidence-place';
import type { FramedStory } from './source';

/** Voices of one speaker shown at once. */
const quotesShown = 6;

/** Who is given words, article by article: each speaker with the verbs and the words; who speaks in one article alone is marked. */
export function VoiceList({ story }: { story: FramedStory }) {
  const say = useSay();
  const { voices, articles } = story.framing;
  if (voices.length === 0) return null;
  const byArticle = Map.groupBy(voices, ({ articleId }) => articleId);
  return (
    <section class="framing__lens">
      <h3>{say('framing_voices')}</h3>
      {articles.map(({ id }) => (
        <Disclosure key={id} open={id === story.here} summary={<Teller story={story} id={id} />}>
          <Speakers voices={byArticle.get(id) ?? []} story={story} />
        </Disclosure>
      ))}
    </section>
  );
}

function Speakers({ voices, story }: { voices: Voice[]; story: FramedStory }) {
  const say = useSay();
  if (voices.length === 0) return <p class="soft small">{say('framing_no_voices')}</p>;
  const sure = voices.filter(({ confident }) => confident);
  const others = voices.filter(({ confident }) => !confident);
  return (
    <ul class="plain">
      {[...Map.groupBy(sure, ({ speaker }) => speaker)].map(([speaker, own]) => (
        <li key={speaker} class="framing__speaker">
          <Foreign text={speaker ?? ''} />{' '}
          {isOnlyHere(own[0]!, story) && <Badge>{say('framing_speaks_only_here')}</Badge>}
          <Quotes voices={own} story={story} />
        </li>
      ))}
      {others.length > 0 && (
        <li class="framing__speaker">
          <span class="soft">{say('framing_speaker_not_stated')}</span>
          <Quotes voices={others} story={story} />
        </li>
      )}
    </ul>
  );
}

/** Whether no other article gives this speaker words; last names are compared, so that "Mr. Reed" is Tom Reed. */
function isOnlyHere({ articleId, speaker }: Voice, { framing }: FramedStory): boolean {
  const last = (name: string | null) => name?.toLowerCase().split(' ').at(-1);
  return !framing.voices.some(
    (voice) => voice.articleId !== articleId && last(voice.speaker) === last(speaker),
  );
}

function Quotes({ voices, story }: { voices: Voice[]; story: FramedStory }) {
  const say = useSay();
  return (
    <ul class="plain framing__quotes">
      {voices.slice(0, quotesShown).map((voice) => (
        <li key={voice.span.start}>
          {voice.cue !== null && (
            <span class="soft small">
              <Foreign text={voice.cue} />{' '}
            </span>
          )}
          <Openable
            story={story}
            places={[voice]}
            quoted={voice.form === 'direct'}
            label={say(
              voice.form === 'direct' ? 'framing_open_quote' : 'framing_open_indirect',
              voice.exact.slice(0, 120),
            )}
          />
        </li>
      ))}
    </ul>
  );
}
