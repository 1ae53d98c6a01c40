import { Fragment } from 'preact';
import { Badge, Button, Disclosure, Foreign, useSay } from '@/components/ui';
import type { StoryMatch } from '@/lib/core/matching/types';
import { dateWords } from '@/lib/core/report';
import type { ReportActions } from './actions';
import { CardHead } from './card-head';
import { HeldFacts } from './held-facts';
import { PartNote } from './part-note';

/** One article that tells the same event or story in its own words, with the terms that show it. */
export function StoryCard({ match, actions }: { match: StoryMatch; actions: ReportActions }) {
  const say = useSay();
  const { article } = match;
  const { onCompare } = actions;
  return (
    <article class="card">
      <CardHead match={match} onOpenLink={actions.onOpenLink}>
        {article.held === 'headline-only' && <Badge>{say('headline_only')}</Badge>}
      </CardHead>
      <p class="soft small">
        {dateWords(say, article.published)}
        <PartNote article={article} />
      </p>
      {match.shared.length > 0 && (
        <p class="small">
          <span class="soft">{say('report_shared_terms')}</span>{' '}
          {match.shared.map((term, index) => (
            <Fragment key={term}>
              {index > 0 && ' '}
              <span class="term">
                <Foreign text={term} />
              </span>
            </Fragment>
          ))}
        </p>
      )}
      <Disclosure summary={say('report_details')}>
        {article.summary !== null && (
          <blockquote class="quoted">
            <Foreign text={article.summary} language={article.language} />
          </blockquote>
        )}
        <HeldFacts article={article} />
        {onCompare !== null && article.held === 'text' && (
          <Button onClick={() => onCompare(article.id)}>{say('report_compare')}</Button>
        )}
      </Disclosure>
    </article>
  );
}
