import { useSay } from '@/components/ui';
import { answerSentence, type Report, whoseWordsSentence } from '@/lib/core/report';

/** The answer, then whose words these are; where nothing was found, whose words they are is the answer. */
export function AnswerLine({ report }: { report: Report }) {
  const say = useSay();
  const answer = answerSentence(say, report);
  const words = whoseWordsSentence(say, report);
  const found = report.sameText.length + report.sameStory.length > 0;
  return (
    <div class="answer">
      <p class="answer__lead" dir="auto">
        {found ? answer : words}
      </p>
      <p class="answer__more" dir="auto">
        {found ? words : answer}
      </p>
    </div>
  );
}
