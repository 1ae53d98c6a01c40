import { OutletName } from '@/components/report';
import { Badge, useSay } from '@/components/ui';
import { dateWords, type Report, relationWords } from '@/lib/core/report';

/** This page and all copies of its text, by the date each claims, undated ones last. */
export function TimeLine({ report }: { report: Report }) {
  const say = useSay();
  const copies = new Set([report.page.id, ...report.sameText.map(({ article }) => article.id)]);
  return (
    <ol class="time-line">
      {report.headlines
        .filter(({ articleId }) => copies.has(articleId))
        .map((row) => (
          <li key={row.articleId} class="time-line__row">
            <span class="time-line__date">{dateWords(say, row.published)}</span>
            <span>
              <OutletName outlet={row.outlet} url={row.url} />{' '}
              <Badge strong={row.relation === 'this-page'}>{relationWords(say, row.relation)}</Badge>
            </span>
          </li>
        ))}
    </ol>
  );
}
