import { useContext, useState } from 'preact/hooks';
import { Button, Foreign, useSay } from '@/components/ui';
import { type Evidence, sentenceAt } from '@/lib/core/framing';
import { type FramedStory, FramingContext } from './source';

/** The name of an article's outlet, in its story. */
export function outletIn({ framing }: FramedStory, id: string): string | null {
  return framing.articles.find((article) => article.id === id)?.outlet ?? null;
}

/** Who ran an article: its outlet's name, else that none is stated. */
export function Teller({ story, id }: { story: FramedStory; id: string }) {
  const say = useSay();
  const outlet = outletIn(story, id);
  return (
    <span class="teller">
      <Foreign text={outlet ?? say('report_outlet_unknown')} />
      {id === story.here && <span class="soft small"> {say('framing_this_page')}</span>}
    </span>
  );
}

/** The sentence that holds some words, the words marked; for the page itself with a way to show it in place. */
export function Sentence({ story, evidence }: { story: FramedStory; evidence: Evidence }) {
  const say = useSay();
  const source = useContext(FramingContext);
  const article = story.texts.get(evidence.articleId);
  if (!article) return null;
  const text = evidence.field === 'title' ? (article.title ?? '') : article.text;
  const whole = sentenceAt(text, evidence.span);
  const { start, end } = evidence.span;
  const onShow = source?.onShowSpan;
  const canShow = onShow && evidence.articleId === story.here && evidence.field === 'text';
  return (
    <blockquote
      class="quoted framing__sentence"
      dir="auto"
      {...(article.language ? { lang: article.language } : {})}
    >
      {text.slice(whole.start, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, whole.end)}
      {canShow && (
        <>
          {' '}
          <Button
            look="quiet"
            label={say('framing_show_label', evidence.exact.slice(0, 80))}
            onClick={() => onShow(whole)}
          >
            {say('report_show')}
          </Button>
        </>
      )}
    </blockquote>
  );
}

interface OpenableProps {
  story: FramedStory;
  /** Places of the same words: each is opened with its sentence. */
  places: Evidence[];
  /** What is read aloud for the button. */
  label: string;
  quoted?: boolean;
}

/** Sentences shown of one label at once. */
const sentencesShown = 5;

/** Words that open their sentences, and close them again. */
export function Openable({ story, places, label, quoted = false }: OpenableProps) {
  const [open, setOpen] = useState(false);
  const first = places[0]!;
  return (
    <>
      <button
        type="button"
        class={quoted ? 'chip chip--quoted' : 'chip'}
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        <Foreign text={shortened(first.exact)} />
        {places.length > 1 && <span class="chip__count"> ×{places.length}</span>}
      </button>
      {open &&
        places
          .slice(0, sentencesShown)
          .map((place) => (
            <Sentence key={`${place.field}${place.span.start}`} story={story} evidence={place} />
          ))}
    </>
  );
}

function shortened(words: string): string {
  return words.length <= 90 ? words : `${words.slice(0, 88).replace(/\s\S*$/, '')} …`;
}
