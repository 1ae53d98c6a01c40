import { Disclosure, ExternalLink, Foreign, Quoted, useSay } from '@/components/ui';
import type { Correction, CorrectionNote } from '@/lib/core/provenance/corrections/types';
import { correctionSentence, noteWords, type Report, staleSentence } from '@/lib/core/report';
import { OutletName } from './outlet-name';

interface CorrectionTrailProps {
  report: Report;
  onOpenLink: (url: string) => void;
}

/** The page's own notes that it was changed, what an origin changed, and the copies that still have it as it was. */
export function CorrectionTrail({ report, onOpenLink }: CorrectionTrailProps) {
  const say = useSay();
  const { notes, corrections } = report.trail;
  if (notes.length + corrections.length === 0) return null;
  return (
    <section class="report-section">
      <h2>{say('trail_heading')}</h2>
      {notes.length > 0 && <Notes notes={notes} language={report.page.language} />}
      {corrections.map((correction) => (
        <Changed
          key={`${correction.articleId} ${correction.after.at}`}
          correction={correction}
          onOpenLink={onOpenLink}
        />
      ))}
      {corrections.length > 0 && <p class="soft small">{say('trail_limit')}</p>}
    </section>
  );
}

function Notes({ notes, language }: { notes: CorrectionNote[]; language: string | null }) {
  const say = useSay();
  return (
    <ul class="quoted-lines">
      {notes.map(({ kind, line, span }) => (
        <li key={span.start}>
          <span class="soft small">{noteWords(say, kind)}</span> <Quoted text={line} language={language} />
        </li>
      ))}
    </ul>
  );
}

interface ChangedProps {
  correction: Correction;
  onOpenLink: (url: string) => void;
}

function Changed({ correction, onOpenLink }: ChangedProps) {
  const say = useSay();
  const { changes, stale } = correction;
  return (
    <div class="trail">
      <p class="fact">{correctionSentence(say, correction)}</p>
      {stale.length > 0 && (
        <ul class="trail__stale">
          {stale.map((copy) => (
            <li key={copy.articleId}>
              <ExternalLink url={copy.url} onOpenLink={onOpenLink}>
                <OutletName outlet={copy.outlet} url={copy.url} />
              </ExternalLink>{' '}
              <span class="soft small">{staleSentence(say, copy)}</span>
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary={say('trail_what_changed')}>
        <ul class="trail__changes">
          {changes.map(({ before, after }) => (
            <li key={before}>
              <del>
                <Foreign text={before} />
              </del>
              {after === null ? (
                <p class="soft small">{say('trail_taken_out')}</p>
              ) : (
                <ins>
                  <Foreign text={after} />
                </ins>
              )}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
