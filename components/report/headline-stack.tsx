import { Fragment } from 'preact';
import { Badge, ExternalLink, useSay } from '@/components/ui';
import type { Span } from '@/lib/core/article';
import { differingWords } from '@/lib/core/framing';
import { dateWords, type Report, relationWords } from '@/lib/core/report';
import { OutletName } from './outlet-name';

/** How each outlet headed it, oldest first: one under the other, so that the eye compares. */
export function HeadlineStack({ report, onOpenLink }: { report: Report; onOpenLink: (url: string) => void }) {
  const say = useSay();
  const differing = differingWords(report.headlines.map(({ title }) => title));
  if (report.headlines.length === 0) return <p class="note">{say('report_no_headlines')}</p>;
  return (
    <ol class="headlines">
      {report.headlines.map((row, at) => {
        const thisPage = row.relation === 'this-page';
        return (
          <li key={row.articleId} class={thisPage ? 'headlines__row headlines__row--this' : 'headlines__row'}>
            <p class="headlines__title">
              {thisPage ? (
                <MarkedTitle title={row.title} differing={differing[at]!} language={report.page.language} />
              ) : (
                <ExternalLink url={row.url} onOpenLink={onOpenLink}>
                  <MarkedTitle title={row.title} differing={differing[at]!} />
                </ExternalLink>
              )}
            </p>
            <p class="small soft headlines__by">
              <OutletName outlet={row.outlet} url={row.url} />
              <Badge strong={thisPage}>{relationWords(say, row.relation)}</Badge>
              <span>{dateWords(say, row.published)}</span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

interface MarkedTitleProps {
  title: string;
  differing: Span[];
  language?: string | null;
}

/** A headline, the words that no other of the stack has in bold. */
function MarkedTitle({ title, differing, language = null }: MarkedTitleProps) {
  const ends = [0, ...differing.map(({ end }) => end)];
  return (
    <bdi dir="auto" {...(language ? { lang: language } : {})}>
      {differing.map(({ start, end }, at) => (
        <Fragment key={start}>
          {title.slice(ends[at], start)}
          <b class="headlines__only">{title.slice(start, end)}</b>
        </Fragment>
      ))}
      {title.slice(ends.at(-1))}
    </bdi>
  );
}
