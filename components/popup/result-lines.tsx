import { useSay } from '@/components/ui';
import { firstRunSentence, originsSentence, type Report, searchedSentence } from '@/lib/core/report';

/** Three lines of result: how many outlets and origins, who ran it first, what was searched. */
export function ResultLines({ report }: { report: Report }) {
  const say = useSay();
  const lines = [firstRunSentence(say, report.firstRun), searchedSentence(say, report.searched)];
  if (report.outlets > 0) lines.unshift(originsSentence(say, report));
  return (
    <ul class="result-lines">
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
