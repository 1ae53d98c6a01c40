import { Disclosure, Foreign, useSay } from '@/components/ui';
import { listOf, type Origin, type Report } from '@/lib/core/report';
import { OutletName } from './outlet-name';

/** Opens to which copy goes back to whom. */
export function OriginsLine({ report }: { report: Report }) {
  const say = useSay();
  if (report.outlets === 0) return null;
  return (
    <Disclosure summary={say('report_origins_open')}>
      <ul class="origins">
        {report.origins.map((origin) => (
          <li key={origin.articles.join('\n')}>
            <strong>
              {origin.outlet === null ? say('report_origin_unknown') : <Foreign text={origin.outlet} />}
            </strong>
            {origin.kind !== 'unknown' && <span class="soft"> {say(`report_origin_${origin.kind}`)}</span>}
            {origin.alsoNamed.length > 0 && (
              <span class="soft"> {say('report_origin_also', listOf(say, origin.alsoNamed))}</span>
            )}
            <CopiesOf origin={origin} report={report} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function CopiesOf({ origin, report }: { origin: Origin; report: Report }) {
  const say = useSay();
  return (
    <ul class="origins__copies">
      {origin.articles.map((id) => {
        const copy = report.sameText.find(({ article }) => article.id === id)?.article;
        return (
          <li key={id}>
            {id === report.page.id ? (
              say('relation_this_page')
            ) : (
              <OutletName outlet={copy?.outlet ?? null} url={copy?.url ?? null} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
