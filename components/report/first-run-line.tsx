import { useSay } from '@/components/ui';
import { firstRunSentences, type Report } from '@/lib/core/report';

/** Who ran it first, in one of exactly three wordings, and below it what else is known of that. */
export function FirstRunLine({ report }: { report: Report }) {
  const say = useSay();
  const [answer, ...further] = firstRunSentences(say, report.firstRun);
  return (
    <>
      <p class="fact">{answer}</p>
      {further.map((sentence) => (
        <p key={sentence} class="soft">
          {sentence}
        </p>
      ))}
    </>
  );
}
