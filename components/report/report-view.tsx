import { FramingSection } from '@/components/framing';
import { Tabs, useNumber, useSay } from '@/components/ui';
import type { Report } from '@/lib/core/report';
import type { ReportActions } from './actions';
import { AnswerLine } from './answer-line';
import { CitedSources } from './cited-sources';
import { CorrectionTrail } from './correction-trail';
import { FirstRunLine } from './first-run-line';
import { HeadlineStack } from './headline-stack';
import { Limits } from './limits';
import { SameStoryList, SameTextList } from './match-lists';
import { OriginsLine } from './origins-line';
import { TimeLine } from './time-line';
import { WhoseWords } from './whose-words';

/** Copies of the time line shown at once; the comparison page shows more. */
const copiesShown = 10;

interface ReportViewProps {
  report: Report;
  actions: ReportActions;
  /** Off where the answer already stands above (the toolbar popup). */
  withAnswer?: boolean;
}

/** The whole report, the same in popover, popup and comparison page. */
export function ReportView({ report, actions, withAnswer = true }: ReportViewProps) {
  const say = useSay();
  const number = useNumber();
  const { sameText, sameStory } = report;
  return (
    <div class="report">
      {withAnswer && <AnswerLine report={report} withOrigins />}
      <WhoseWords report={report} onShowPart={actions.onShowPart} />
      {sameText.length > 0 || report.firstRun.kind !== 'not-known' ? (
        <section class="report-section">
          <h2>{say('report_origins')}</h2>
          <FirstRunLine report={report} />
          <OriginsLine report={report} />
          {sameText.length > 0 && (
            <>
              <h3>{say('compare_timeline')}</h3>
              <TimeLine report={report} shown={copiesShown} folded onOpenLink={actions.onOpenLink} />
            </>
          )}
        </section>
      ) : null}
      <CorrectionTrail report={report} onOpenLink={actions.onOpenLink} />
      <section class="report-section" aria-label={say('report_elsewhere')}>
        <Tabs
          label={say('report_elsewhere')}
          initial={sameText.length === 0 && sameStory.length > 0 ? 1 : 0}
          tabs={[
            {
              name: say('report_tab_same_text'),
              count: number(sameText.length),
              content: <SameTextList report={report} actions={actions} />,
            },
            {
              name: say('report_tab_same_story'),
              count: number(sameStory.length),
              content: <SameStoryList report={report} actions={actions} />,
            },
            {
              name: say('report_tab_framing'),
              lazy: true,
              content: (
                <>
                  <p class="soft small tab-lead">{say('report_framing_shows')}</p>
                  <HeadlineStack report={report} onOpenLink={actions.onOpenLink} />
                  <FramingSection />
                </>
              ),
            },
          ]}
        />
      </section>
      <CitedSources report={report} onOpenLink={actions.onOpenLink} />
      <Limits report={report} />
    </div>
  );
}
