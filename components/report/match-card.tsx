import { Button, Disclosure, useSay } from '@/components/ui';
import type { TextMatch } from '@/lib/core/matching/types';
import { dateWords, plural, shareSentence } from '@/lib/core/report';
import type { ReportActions } from './actions';
import { CardHead } from './card-head';
import { HeldFacts } from './held-facts';
import { ItemList } from './item-list';
import { NoTextHeld } from './no-text-held';
import { PartNote } from './part-note';
import { PassageList } from './passage-list';
import { TheirCredits } from './their-credits';

interface MatchCardProps {
  match: TextMatch;
  /** Language of this page. */
  language: string | null;
  actions: ReportActions;
}

/** One article that holds (a part of) this text: who, how related, how much of whom, by which credit line, since when. */
export function MatchCard({ match, language, actions }: MatchCardProps) {
  const say = useSay();
  const { article } = match;
  const { onShowPassage, onCompare } = actions;
  return (
    <article class="card">
      <CardHead match={match} onOpenLink={actions.onOpenLink} />
      <p class="card__share">{shareSentence(say, match)}</p>
      {match.parts !== undefined && <ItemList parts={match.parts} language={language} />}
      <p class="soft small">
        {plural(say, 'share_words', match.wordsShared)} · {dateWords(say, article.published)}
        <PartNote article={article} />
      </p>
      <NoTextHeld article={article} />
      <TheirCredits article={article} />
      <div class="button-row">
        {onShowPassage !== null && match.passages.length > 0 && (
          <Button onClick={() => onShowPassage(article.id, null)}>{say('report_show_in_page')}</Button>
        )}
        {onCompare !== null && article.held === 'text' && (
          <Button onClick={() => onCompare(article.id)}>{say('report_compare')}</Button>
        )}
      </div>
      <Disclosure summary={plural(say, 'report_passages', match.passages.length)}>
        <PassageList match={match} language={language} onShowPassage={onShowPassage} />
        <HeldFacts article={article} />
      </Disclosure>
    </article>
  );
}
