import { useSay } from '@/components/ui';
import { answerSentences, originsAlone, type Report, whoseWordsSentence } from '@/lib/core/report';

/** The answer with its count of origins, then whose words these are; where nothing was found, whose words they are is the answer. */
export function AnswerLine({ report, withOrigins }: { report: Report; withOrigins: boolean }) {
  const say = useSay();
  const [answer, ...further] = answerSentences(say, report);
  const words = whoseWordsSentence(say, report);
  const found = report.sameText.length + report.sameStory.length > 0;
  return (
    <div class="answer">
      <p class="answer__lead">{found ? answer : words}</p>
      {withOrigins && report.outlets > 0 && <p class="fact">{originsAlone(say, report)}</p>}
      {further.length > 0 && <p class="answer__more">{further.join(' ')}</p>}
      <p class="answer__more answer__more--soft">{found ? words : answer}</p>
    </div>
  );
}
