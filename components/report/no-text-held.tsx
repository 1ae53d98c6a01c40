import { Fragment } from 'preact';
import { Disclosure, Foreign, Quoted, useSay } from '@/components/ui';
import type { HeldArticle } from '@/lib/core/matching/types';
import { noTextSentence, plural, voicesSentence } from '@/lib/core/report';

/** Of an article whose text nobody shared: that it is so, whom it credits, and how much of it is others' voice, as counts. */
export function NoTextHeld({ article }: { article: HeldArticle }) {
  const say = useSay();
  if (article.held !== 'fingerprint-only') return null;
  const voices = voicesSentence(say, article);
  const credited = [
    ...new Set(article.credits.flatMap(({ line, outlet }) => (line === '' ? (outlet ?? []) : []))),
  ];
  return (
    <div class="small">
      <p class="soft">{noTextSentence(say, article)}</p>
      {credited.length > 0 && (
        <p>
          <span class="soft">{say('report_credits_named')}</span>{' '}
          {credited.map((outlet, index) => (
            <Fragment key={outlet}>
              {index > 0 && ', '}
              <Foreign text={outlet} />
            </Fragment>
          ))}
        </p>
      )}
      {voices !== null && <p class="soft">{voices}</p>}
      {article.quotations !== undefined && (
        <Disclosure summary={plural(say, 'report_pack_quotes', article.quotations.length)}>
          <ul class="quotes">
            {article.quotations.map(({ text, of }) => (
              <li key={text}>
                <Quoted text={text} language={article.language} />{' '}
                {of !== null && (
                  <span class="soft">
                    (<Foreign text={of} />)
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
