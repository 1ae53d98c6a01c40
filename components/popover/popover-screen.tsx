import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Frame, FramingContext, loadStory } from '@/components/framing';
import { OutcomeView, useReportActions } from '@/components/report';
import { type Ask, Button, FailureNote, Masthead, useSay, useWork } from '@/components/ui';
import type { ReportOutcome } from '@/lib/core/report';

interface PopoverScreenProps {
  ask: Ask;
  /** Compares texts of the story. */
  frame: Frame;
  /** One-time token that proves that the reader, not the page, opened this frame. */
  token: string;
}

/** The panel over the page: blank until its token is redeemed, then the report of the page below. */
export function PopoverScreen({ ask, frame, token }: PopoverScreenProps) {
  const { failure, work } = useWork();
  const [redeemed, setRedeemed] = useState<{ outcome: ReportOutcome; tabId: number } | null>(null);

  useEffect(() => {
    work(async () => setRedeemed(await ask('redeem', token)));
  }, [token]);

  if (redeemed === null) return <FailureNote failure={failure} />;
  return <Popover {...redeemed} ask={ask} frame={frame} />;
}

interface PopoverProps {
  ask: Ask;
  frame: Frame;
  outcome: ReportOutcome;
  tabId: number;
}

function Popover({ ask, frame, outcome, tabId }: PopoverProps) {
  const say = useSay();
  const { actions, onShowSpan, news, failure, work } = useReportActions(ask, tabId);
  const panel = useRef<HTMLElement>(null);
  const close = () => work(() => ask('closePopover', tabId));

  useEffect(() => {
    panel.current?.focus();
  }, []);

  const framing = useMemo(
    () =>
      'report' in outcome && {
        load: () => loadStory(ask, frame, tabId, outcome.report),
        onKeepRows: null,
        onShowSpan,
      },
    [outcome, tabId],
  );

  return (
    <main
      class="popover"
      ref={panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <Masthead heading>
        {'report' in outcome && (
          <Button
            look="quiet"
            label={say('report_share')}
            onClick={() => work(() => ask('openShare', tabId))}
          >
            {say('report_share_short')}
          </Button>
        )}
        <button type="button" class="popover__close" aria-label={say('popover_close')} onClick={close}>
          <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
            <path d="M2 2 12 12M12 2 2 12" />
          </svg>
        </button>
      </Masthead>
      <section class="popover__body" aria-label={say('popover_report')}>
        <FailureNote failure={failure} />
        <FramingContext.Provider value={framing || null}>
          <OutcomeView outcome={outcome} actions={actions} />
        </FramingContext.Provider>
        <p class={news === '' ? 'visually-hidden' : 'popover__news'} role="status">
          {news}
        </p>
      </section>
    </main>
  );
}
