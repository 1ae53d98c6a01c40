import { useSay } from '@/components/ui';
import { firstRunSentence, type Report } from '@/lib/core/report';

/** Who ran it first, in one of exactly three wordings. */
export function FirstRunLine({ report }: { report: Report }) {
  const say = useSay();
  return (
    <p class="fact" dir="auto">
      {firstRunSentence(say, report.firstRun)}
    </p>
  );
}
