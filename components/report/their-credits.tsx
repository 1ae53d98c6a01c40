import { Disclosure, Quoted, useSay } from '@/components/ui';
import type { HeldArticle } from '@/lib/core/matching/types';
import { plural } from '@/lib/core/report';

/** Lines shown at once; a page may print thousands. */
const linesShown = 3;

/** The credit lines that a held article prints. */
export function TheirCredits({ article: { credits, language } }: { article: HeldArticle }) {
  const say = useSay();
  const lines = [...new Set(credits.map(({ line }) => line).filter((line) => line !== ''))];
  const row = (line: string) => (
    <p key={line} class="card__credit">
      <span class="soft">{say('report_their_credit')}</span> <Quoted text={line} language={language} />
    </p>
  );
  const rest = lines.slice(linesShown);
  return (
    <>
      {lines.slice(0, linesShown).map(row)}
      {rest.length > 0 && (
        <Disclosure summary={plural(say, 'report_more_lines', rest.length)}>{rest.map(row)}</Disclosure>
      )}
    </>
  );
}
