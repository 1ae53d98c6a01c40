import { useSay } from '@/components/ui';
import { outcomeSentences, type ReportOutcome } from '@/lib/core/report';
import type { ReportActions } from './actions';
import { ReportView } from './report-view';

/** Whatever came of looking at a page: its report, or the reason why there is none. */
export function OutcomeView({ outcome, actions }: { outcome: ReportOutcome; actions: ReportActions }) {
  const say = useSay();
  if (outcome.status === 'found' || outcome.status === 'nothing-found')
    return <ReportView report={outcome.report} actions={actions} />;
  return (
    <div class={outcome.status === 'failed' ? 'note note--error' : 'note'}>
      {outcomeSentences(say, outcome).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
