import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, useSay } from '@/components/ui';
import type { ComparedArticle, ComparedTexts } from '@/lib/app/messaging';
import type { HeldArticle, StoryMatch, TextMatch } from '@/lib/core/matching/types';
import {
  completenessWords,
  dateWords,
  plural,
  type Report,
  relationWords,
  shareSentence,
} from '@/lib/core/report';
import { Legend } from './legend';
import { anchorOf, type ColumnAbout, MarkedColumn, type Side } from './marked-column';
import { markText } from './marked-text';
import { pairPassages } from './pair-passages';

interface ComparisonViewProps extends Omit<ComparedTexts, 'outcome'> {
  report: Report;
  /** The article of one match of the report, or the held page. */
  articleId: string;
}

/** Two texts side by side, their shared passages marked and linked both ways. */
export function ComparisonView({ report, articleId, here, there, unmatched }: ComparisonViewProps) {
  const say = useSay();
  const isIt = ({ article }: { article: HeldArticle }) => article.id === articleId;
  const match = report.sameText.find(isIt) ?? null;
  const shown = match ?? report.sameStory.find(isIt) ?? (unmatched && { article: unmatched, relation: null });
  if (shown === null) return <p class="note">{say('compare_gone')}</p>;
  return <TwoTexts report={report} shown={shown} match={match} here={here} there={there} />;
}

interface TwoTextsProps extends Omit<ComparisonViewProps, 'articleId' | 'unmatched'> {
  /** `relation`: `null` where nothing was found in common. */
  shown: { article: ComparedArticle; relation: (TextMatch | StoryMatch)['relation'] | null };
  /** The match by text; `null` where only the story is the same, or nothing. */
  match: TextMatch | null;
}

function TwoTexts({ report, shown: { article, relation }, match, here, there }: TwoTextsProps) {
  const say = useSay();
  const { page } = report;
  const passages = there === null ? [] : (match?.passages ?? []);
  const sides = pairPassages(passages, here, there ?? '');
  const steps = usePassageSteps(passages.length);
  const named = relation === null ? say('compare_held_page') : relationWords(say, relation);
  const column = (side: Side, text: string | null, about: ColumnAbout) => (
    <MarkedColumn
      side={side}
      about={about}
      paragraphs={text === null ? [] : markText(text, sides[side])}
      current={steps.current}
      onGo={(passage) => steps.go(passage, side === 'here' ? 'there' : 'here')}
    />
  );
  return (
    <>
      {match !== null && (
        <p class="comparison__relation">
          <strong>{named}</strong> {shareSentence(say, match)}
        </p>
      )}
      {match === null && (
        <p class="note">{say(relation === null ? 'compare_nothing_shared' : 'compare_no_passages')}</p>
      )}
      {there === null && <p class="note">{say('compare_no_text')}</p>}
      {passages.length > 0 && <PassageSteps steps={steps} passages={passages} />}
      <div class="columns">
        {column('here', here, {
          label: say('compare_this_page'),
          outlet: page.outlet,
          title: page.title,
          facts: [dateWords(say, page.published)],
          language: page.language,
        })}
        {column('there', there, {
          label: named,
          outlet: article.outlet,
          title: article.title,
          facts: [dateWords(say, article.published), completenessWords(say, article)],
          language: article.language,
        })}
      </div>
    </>
  );
}

interface Steps {
  current: number | null;
  go: (passage: number, side: Side) => void;
  next: () => void;
  previous: () => void;
}

/** Which passage is looked at; going to one brings it into view in both texts and puts the focus on the wanted side. */
function usePassageSteps(count: number): Steps {
  const [current, setCurrent] = useState<number | null>(null);
  const go = (passage: number, side: Side) => {
    setCurrent(passage);
    for (const each of ['here', 'there'] as const)
      document.getElementById(anchorOf(each, passage))?.scrollIntoView({ block: 'center' });
    const wanted = document.getElementById(anchorOf(side, passage));
    wanted?.focus({ preventScroll: true });
    wanted?.scrollIntoView({ block: 'center' });
  };
  const next = () => go(current === null ? 0 : (current + 1) % count, 'here');
  const previous = () => go(current === null ? count - 1 : (current - 1 + count) % count, 'here');

  const latest = useRef({ next, previous });
  latest.current = { next, previous };
  useEffect(() => {
    if (count === 0) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      if (event.key === 'ArrowDown') latest.current.next();
      else latest.current.previous();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [count]);
  return { current, go, next, previous };
}

function PassageSteps({ steps, passages }: { steps: Steps; passages: TextMatch['passages'] }) {
  const say = useSay();
  const { current } = steps;
  const passage = current === null ? undefined : passages[current];
  const position =
    passage === undefined || current === null
      ? plural(say, 'compare_none_chosen', passages.length)
      : passage.kind === 'same'
        ? say('compare_position_same', current + 1, passages.length, passage.words)
        : say('compare_position_edited', current + 1, passages.length);
  return (
    <div class="steps">
      <div class="button-row">
        <Button onClick={steps.previous}>{say('compare_previous')}</Button>
        <Button onClick={steps.next}>{say('compare_next')}</Button>
        <p class="steps__position" role="status">
          {position}
        </p>
      </div>
      <p class="soft small">{say('compare_keys')}</p>
      <Legend />
    </div>
  );
}
