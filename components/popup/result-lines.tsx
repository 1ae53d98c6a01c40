import { OutletName } from '@/components/report';
import { Badge, useSay } from '@/components/ui';
import { dateWords, plural, type Report, relationWords, shareSentence } from '@/lib/core/report';

/** As many articles are named; the whole report has all of them. */
const linesShown = 3;

/** Three lines of result: the strongest matches at other outlets, copies before other tellings. */
export function ResultLines({ report }: { report: Report }) {
  const say = useSay();
  const { sameText, sameStory } = report;
  const lines = [
    ...[...sameText]
      .sort((a, b) => Number(a.sameOutlet) - Number(b.sameOutlet))
      .map((match) => ({ ...match, fact: shareSentence(say, match) })),
    ...sameStory.map((match) => ({ ...match, fact: dateWords(say, match.article.published) })),
  ];
  const more = lines.length - linesShown;
  return (
    <>
      <ul class="result-lines">
        {lines.slice(0, linesShown).map(({ article, relation, sameOutlet, fact }) => (
          <li key={article.id}>
            <strong>
              <OutletName outlet={article.outlet} url={article.url} />
            </strong>{' '}
            <Badge strong>{relationWords(say, relation)}</Badge>
            {sameOutlet && <Badge>{say('report_same_outlet')}</Badge>}
            <span class="result-lines__fact">{fact}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="soft small">{plural(say, 'popup_more', more)}</p>}
    </>
  );
}
