import { useEffect, useRef, useState } from 'preact/hooks';
import { ComparisonView } from '@/components/comparison';
import { ReportView } from '@/components/report';
import { Button, LiveRegion, useSay } from '@/components/ui';
import type { Article, Span } from '@/lib/core/article';
import { plural, type Report } from '@/lib/core/report';
import { MarkedArticle } from './marked-article';

/** One article looked at, with everything its report leads to. */
export interface DemoLook {
  article: Article;
  report: Report;
  /** Texts of the other articles, by id. */
  texts: ReadonlyMap<string, string>;
}

interface DemoStageProps {
  look: DemoLook;
  /** The next article is being compared. */
  busy: boolean;
  onNext: () => void;
  onOpenLink: (url: string) => void;
}

/** An article and, beside it, what Refrain says of it: everything answers as it does over a real page. */
export function DemoStage({ look, busy, onNext, onOpenLink }: DemoStageProps) {
  const say = useSay();
  const { article, report, texts } = look;
  const [marked, setMarked] = useState<Span[]>([]);
  const [comparedId, setComparedId] = useState<string | null>(null);
  const comparison = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (comparedId === null) return;
    comparison.current?.focus();
    comparison.current?.scrollIntoView({ block: 'start' });
  }, [comparedId]);

  return (
    <div class="stage">
      <MarkedArticle article={article} marked={marked} />
      <section class="stage__report" aria-label={say('welcome_try_report')}>
        <ReportView
          report={report}
          actions={{
            onShowPart: (part) =>
              setMarked(report.anatomy.parts.slice(part, part + 1).map(({ span }) => span)),
            onShowPassage: (id, passage) =>
              setMarked(
                (report.sameText.find((match) => match.article.id === id)?.passages ?? [])
                  .filter((_, index) => passage === null || index === passage)
                  .map(({ here }) => here),
              ),
            onCompare: setComparedId,
            onOpenLink,
          }}
        />
      </section>
      <div class="stage__next">
        <Button disabled={busy} onClick={onNext}>
          {say(busy ? 'welcome_try_busy' : 'welcome_try_next')}
        </Button>
      </div>
      <LiveRegion
        words={marked.length === 0 ? '' : plural(say, 'popover_passages_shown', marked.length, marked.length)}
      />
      {comparedId !== null && (
        <div class="stage__comparison" ref={comparison} tabIndex={-1}>
          <h3>{say('compare_heading')}</h3>
          <ComparisonView
            key={comparedId}
            report={report}
            articleId={comparedId}
            here={article.text}
            there={texts.get(comparedId) ?? null}
            unmatched={null}
          />
        </div>
      )}
    </div>
  );
}
