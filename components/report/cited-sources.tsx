import { ExternalLink, Foreign, Quoted, useSay } from '@/components/ui';
import { plural, type Report, relationWords } from '@/lib/core/report';

interface CitedSourcesProps {
  report: Report;
  onOpenLink: (url: string) => void;
}

/** The outlets and agencies the page leans on, each with the words that show it and its article, where one is held; "none" is said too. */
export function CitedSources({ report, onOpenLink }: CitedSourcesProps) {
  const say = useSay();
  const { credits } = report.anatomy;
  const cited = report.anatomy.cited.filter(({ account }) => !account);
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
              <Quoted key={cue} class="soft" text={cue} language={report.page.language} />
            ))}
            {report.sources
              .filter(({ source }) => source === name)
              .map(({ articleId, url, title, relation }) => (
                <span key={articleId} class="soft">
                  {' '}
                  {say('cited_held', relationWords(say, relation))}{' '}
                  <ExternalLink url={url} onOpenLink={onOpenLink}>
                    <Foreign text={title ?? articleId} />
                  </ExternalLink>
                </span>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
