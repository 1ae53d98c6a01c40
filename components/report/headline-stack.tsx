import { Badge, ExternalLink, Foreign, useSay } from '@/components/ui';
import { dateWords, type Report, relationWords } from '@/lib/core/report';
import { OutletName } from './outlet-name';

/** How each outlet headed it, oldest first: one under the other, so that the eye compares. */
export function HeadlineStack({ report, onOpenLink }: { report: Report; onOpenLink: (url: string) => void }) {
  const say = useSay();
  if (report.headlines.length === 0) return <p class="note">{say('report_no_headlines')}</p>;
  return (
    <ol class="headlines">
      {report.headlines.map((row) => {
        const thisPage = row.relation === 'this-page';
        return (
          <li key={row.articleId} class={thisPage ? 'headlines__row headlines__row--this' : 'headlines__row'}>
            <p class="headlines__title">
              {thisPage ? (
                <Foreign text={row.title} language={report.page.language} />
              ) : (
                <ExternalLink url={row.url} onOpenLink={onOpenLink}>
                  <Foreign text={row.title} />
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
