import { useSay } from '@/components/ui';
import { limitSentences, type Report } from '@/lib/core/report';

/** What this report cannot tell. */
export function Limits({ report }: { report: Report }) {
  const say = useSay();
  return (
    <section class="report-section limits">
      <h2>{say('report_limits')}</h2>
      <ul class="limits__list">
        {limitSentences(say, report).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
