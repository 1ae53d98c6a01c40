import { LibrarySearch } from '@/components/library';
import { useReportActions } from '@/components/report';
import { type Ask, FailureNote, LiveRegion, useSay } from '@/components/ui';
import type { FeedChoice } from '@/lib/app/messaging';
import { FollowBox } from './follow-box';
import { HeldPages } from './held-pages';
import { KeptBox } from './kept-box';
import { LateList } from './late-list';
import { SearchRun } from './search-run';
import { SiteBox } from './site-box';
import { PopupHead, reportOf, StatusView } from './status-view';
import { usePopup } from './use-popup';

/** The tab the popup stands over. */
export interface PopupTab {
  id: number;
  /** Its site (host without "www."); `null` for the browser's own pages. */
  site: string | null;
  /** Host patterns that watching this site needs. */
  patterns: string[];
}

interface PopupScreenProps {
  ask: Ask;
  tab: PopupTab;
  /** Asks the browser for these hosts, or opens the options page where its prompt cannot stand over a popup. */
  onWatch: (patterns: string[]) => Promise<void>;
  /** The same for an outlet's feed. */
  onFollow: (feed: FeedChoice) => Promise<void>;
  onOpenOptions: () => void;
  /** Opens the page on which articles come into the library. */
  onFillLibrary: () => void;
  /** Closes the popup: the page below is what the reader wants to see now. */
  onClose: () => void;
}

/** The toolbar popup: this tab, its result, its site, the held pages, the library. */
export function PopupScreen(props: PopupScreenProps) {
  const { ask, tab, onWatch, onFollow, onOpenOptions, onFillLibrary, onClose } = props;
  const say = useSay();
  const { actions, news, setNews, failure, work } = useReportActions(ask, tab.id);
  const popup = usePopup({ ask, tabId: tab.id, work });
  const { status, settings, held } = popup;
  const report = reportOf(status);
  const { site } = tab;
  return (
    <main class="popup">
      <PopupHead onOpenOptions={onOpenOptions} />
      <FailureNote failure={failure} />
      <StatusView
        status={status}
        rebuilding={popup.rebuilding}
        actions={actions}
        onFillLibrary={onFillLibrary}
        onShare={() => work(() => ask('openShare', tab.id))}
        onShowOnPage={() =>
          work(async () => {
            const { shown } = await ask('showOnPage', tab.id);
            if (shown) onClose();
            else setNews(say('popup_not_shown'));
          })
        }
      />
      <HeldPages
        held={held}
        report={report}
        canHold={report !== null && !held.some(({ id }) => id === report.page.id)}
        onHold={() => work(async () => setNews(say('popup_held', await popup.hold())))}
        onCompare={actions.onCompare}
        onRelease={(id) => work(() => popup.release(id))}
      />
      {site !== null && settings !== null && (
        <SiteBox
          site={site}
          off={settings.offHosts.includes(site)}
          watched={tab.patterns.some((pattern) => settings.watched.includes(pattern))}
          onSetOff={(off) => work(() => popup.setSiteOff(site, off))}
          onWatch={() =>
            work(async () => {
              await onWatch(tab.patterns);
              await popup.readSettings();
            })
          }
        />
      )}
      <FollowBox
        feeds={popup.feeds}
        followed={popup.followed}
        onFollow={(feed) =>
          work(async () => {
            await onFollow(feed);
            await popup.findFeeds();
          })
        }
      />
      {popup.kept !== null && settings !== null && site !== null && (
        <KeptBox
          kept={popup.kept}
          site={site}
          keepPages={settings.keepPages}
          onKeepSite={(on) => work(() => popup.keepSite(site, settings.keepPages, on))}
        />
      )}
      <SearchRun run={popup.run} onSearch={(words) => work(() => ask('searchWeb', words))} />
      <LateList
        answers={popup.late}
        onOpenLink={actions.onOpenLink}
        onDismiss={(id) => work(() => popup.dismissLate(id))}
      />
      <LibrarySearch
        hits={popup.hits}
        outlets={popup.outlets}
        onSearch={(query, filter) => work(() => popup.search(query, filter))}
        onOpenLink={actions.onOpenLink}
        onDelete={(ref) => work(() => popup.deleteHit(ref))}
      />
      <LiveRegion words={news} />
    </main>
  );
}
