import { Foreign, useSay } from '@/components/ui';
import { plural, type Report } from '@/lib/core/report';

/** The outlets and agencies the page leans on, each with the words that show it; "none" is said too. */
export function CitedSources({ report }: { report: Report }) {
  const say = useSay();
  const { cited, credits } = report.anatomy;
  if (cited.length === 0) return credits.length === 0 ? <p class="soft">{say('words_cited_none')}</p> : null;
  const cues = Map.groupBy(cited, (citation) => citation.cited);
  return (
    <section class="report-section">
      <h2>{plural(say, 'report_cited', cues.size)}</h2>
      <ul class="cited">
        {[...cues].map(([name, citations]) => (
          <li key={name}>
            <strong>
              <Foreign text={name} />
            </strong>{' '}
            {[...new Set(citations.map(({ cue }) => cue))].map((cue) => (
              <q key={cue} class="soft">
                <Foreign text={cue} language={report.page.language} />
              </q>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
