import { Foreign, Quoted, useSay } from '@/components/ui';
import type { HeldArticle } from '@/lib/core/matching/types';
import { completenessWords, dateWords } from '@/lib/core/report';

/** Dates with where each was read, how much is held, and how it came into the library. */
export function HeldFacts({ article }: { article: HeldArticle }) {
  const say = useSay();
  return (
    <dl class="facts">
      <div>
        <dt>{say('report_dated')}</dt>
        <dd>{dateWords(say, article.published)}</dd>
      </div>
      <div>
        <dt>{say('report_seen')}</dt>
        <dd>{dateWords(say, article.firstSeen)}</dd>
      </div>
      {article.byline !== null && (
        <div>
          <dt>{say('report_byline')}</dt>
          <dd>
            <Foreign text={article.byline} language={article.language} />
          </dd>
        </div>
      )}
      {article.ownerLine !== undefined && (
        <div>
          <dt>{say('report_owner_line')}</dt>
          <dd>
            <Quoted text={article.ownerLine} language={article.language} />
          </dd>
        </div>
      )}
      <div>
        <dt>{say('report_held')}</dt>
        <dd>
          {completenessWords(say, article)}; {say(`report_from_${fromWord(article)}`)}{' '}
          <Foreign text={article.from.name} />
        </dd>
      </div>
    </dl>
  );
}

function fromWord({ from }: HeldArticle) {
  return from.kind === 'held-page' ? 'held_page' : from.kind;
}
