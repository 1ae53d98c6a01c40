import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  type Frame,
  type FramedStory,
  FramingContext,
  FramingSection,
  loadStory,
} from '@/components/framing';
import {
  CorrectionTrail,
  HeadlineStack,
  Limits,
  type ReportActions,
  ReportView,
  TimeLine,
} from '@/components/report';
import { type Ask, Button, Disclosure, FailureNote, Masthead, useSay, useWork } from '@/components/ui';
import type { ComparedTexts } from '@/lib/app/messaging';
import type { RowChoices } from '@/lib/core/framing';
import type { Report } from '@/lib/core/report';
import { ComparisonView } from './comparison-view';

interface ComparisonScreenProps {
  ask: Ask;
  /** Compares the two texts. */
  frame: Frame;
  tabId: number;
  articleId: string;
}

type Fetched =
  | { state: 'fetching' }
  | { state: 'gone' }
  | ({ state: 'here'; report: Report } & Omit<ComparedTexts, 'outcome'>);

/** The comparison page: one match of a tab's report or a held page, both texts, the dates and the headlines of all. */
export function ComparisonScreen({ ask, frame, tabId, articleId }: ComparisonScreenProps) {
  const say = useSay();
  const { failure, work } = useWork();
  const [fetched, setFetched] = useState<Fetched>({ state: 'fetching' });

  useEffect(() => {
    work(async () => setFetched(fetchedFrom(await ask('comparison', tabId, articleId))));
  }, [tabId, articleId]);

  const onOpenLink = (url: string) => work(() => ask('openLink', url));
  return (
    <main class="comparison">
      <Masthead>
        {fetched.state === 'here' && (
          <Button onClick={() => work(() => ask('openShare', tabId))}>{say('report_share')}</Button>
        )}
      </Masthead>
      <h1>{say('compare_heading')}</h1>
      <FailureNote failure={failure} />
      {fetched.state === 'fetching' && failure === null && <p role="status">{say('compare_loading')}</p>}
      {fetched.state === 'gone' && <p class="note">{say('compare_gone')}</p>}
      {fetched.state === 'here' && (
        <Compared
          {...fetched}
          keepRows={(choices) => work(async () => void (await ask('keepRowChoices', choices)))}
          load={(report) => loadStory(ask, frame, tabId, report, articleId)}
          articleId={articleId}
          actions={{
            onShowPart: null,
            onShowPassage: null,
            onCompare: (other) => work(() => ask('openComparison', tabId, other)),
            onOpenLink,
          }}
        />
      )}
    </main>
  );
}

function fetchedFrom(answer: ComparedTexts | null): Fetched {
  if (answer === null || !('report' in answer.outcome)) return { state: 'gone' };
  const { here, there, unmatched, outcome } = answer;
  return { state: 'here', report: outcome.report, here, there, unmatched };
}

interface ComparedProps extends Omit<ComparedTexts, 'outcome'> {
  report: Report;
  articleId: string;
  actions: ReportActions;
  load: (report: Report) => Promise<FramedStory>;
  keepRows: (choices: RowChoices) => void;
}

function Compared({ report, articleId, actions, load, keepRows, ...texts }: ComparedProps) {
  const say = useSay();
  const framing = useMemo(
    () => ({ load: () => load(report), onShowSpan: null, onKeepRows: keepRows }),
    [report, articleId],
  );
  return (
    <>
      <ComparisonView report={report} articleId={articleId} {...texts} />
      {texts.there !== null && texts.unmatched === null && (
        <section class="comparison__section comparison__section--wide">
          <h2>{say('compare_framing')}</h2>
          <FramingContext.Provider value={framing}>
            <FramingSection key={articleId} />
          </FramingContext.Provider>
        </section>
      )}
      <div class="comparison__pair">
        <section class="comparison__section">
          <h2>{say('compare_timeline')}</h2>
          <TimeLine report={report} shown={20} onOpenLink={actions.onOpenLink} />
        </section>
        <section class="comparison__section">
          <h2>{say('compare_headlines')}</h2>
          <HeadlineStack report={report} onOpenLink={actions.onOpenLink} />
        </section>
      </div>
      <div class="comparison__section">
        <CorrectionTrail report={report} onOpenLink={actions.onOpenLink} />
      </div>
      <div class="comparison__section">
        <Limits report={report} />
      </div>
      <section class="comparison__section">
        <Disclosure summary={<h2>{say('compare_whole_report')}</h2>}>
          <ReportView report={report} actions={actions} />
        </Disclosure>
      </section>
    </>
  );
}
