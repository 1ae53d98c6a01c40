import { AnswerLine, type ReportActions, ReportView } from '@/components/report';
import { Button, Disclosure, Masthead, StateIcon, useSay } from '@/components/ui';
import type { TabStatus } from '@/lib/app/messaging';
import { limitSentences, type Report } from '@/lib/core/report';
import { ResultLines } from './result-lines';
import { statusSentence } from './status-words';

interface StatusViewProps {
  status: TabStatus;
  rebuilding: boolean;
  actions: ReportActions;
  onShowOnPage: () => void;
  onShare: () => void;
  onFillLibrary: () => void;
}

/** What is known of the tab: its state by shape and words, the answer, three lines, the whole report on demand. */
export function StatusView(props: StatusViewProps) {
  const { status, rebuilding, actions, onShowOnPage, onShare, onFillLibrary } = props;
  const say = useSay();
  const report = reportOf(status);
  return (
    <section class="popup-section" aria-busy={status.state === 'checking'}>
      <p class="status" role="status" data-state={status.state}>
        <StateIcon state={status.state} />
        <span>{statusSentence(say, status)}</span>
      </p>
      {report !== null && (
        <>
          <AnswerLine report={report} withOrigins={false} />
          {rebuilding && <p class="note">{say('popup_rebuilding')}</p>}
          {report.searched.articles === 0 && (
            <p>
              <Button onClick={onFillLibrary}>{say('popup_fill')}</Button>
            </p>
          )}
          <ResultLines report={report} />
          <div class="button-row">
            <Button look="main" onClick={onShowOnPage}>
              {say('popup_show_on_page')}
            </Button>
            <Button onClick={onShare}>{say('report_share')}</Button>
          </div>
          <p class="soft small">{limitSentences(say, report)[0]}</p>
          <Disclosure summary={say('popup_whole_report')}>
            <ReportView report={report} actions={actions} withAnswer={false} />
          </Disclosure>
        </>
      )}
    </section>
  );
}

/** The report a status carries, if one was made. */
export function reportOf(status: TabStatus): Report | null {
  if (status.state !== 'none' && status.state !== 'found') return null;
  return 'report' in status.outcome ? status.outcome.report : null;
}

/** The head of the popup, with the way to everything else. */
export function PopupHead({ onOpenOptions }: { onOpenOptions: () => void }) {
  const say = useSay();
  return (
    <Masthead heading>
      <Button look="quiet" onClick={onOpenOptions}>
        {say('popup_options')}
      </Button>
    </Masthead>
  );
}
