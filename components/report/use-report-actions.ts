import { useState } from 'preact/hooks';
import { type Ask, useSay, useWork } from '@/components/ui';
import type { Span } from '@/lib/core/article';
import { plural } from '@/lib/core/report';
import type { ReportActions } from './actions';

/** What a reader can do from the report of a tab whose page is there below, and the words for what came of it. */
export function useReportActions(ask: Ask, tabId: number) {
  const say = useSay();
  const { failure, work } = useWork();
  const [news, setNews] = useState('');
  const tell = ({ placed }: { placed: boolean }) =>
    setNews(say(placed ? 'popover_part_shown' : 'popover_part_not_placed'));

  const actions = {
    onShowPart: (part) => work(async () => tell(await ask('showPart', tabId, part))),
    onShowPassage: (articleId, passage) =>
      work(async () => {
        const { placed, of } = await ask('showInPage', tabId, { articleId, passage });
        setNews(plural(say, 'popover_passages_shown', of, placed));
      }),
    onCompare: (articleId) => work(() => ask('openComparison', tabId, articleId)),
    onOpenLink: (url) => work(() => ask('openLink', url)),
  } satisfies ReportActions;
  const onShowSpan = (span: Span) => work(async () => tell(await ask('showSpan', tabId, span)));

  return { actions, onShowSpan, news, setNews, failure, work };
}
