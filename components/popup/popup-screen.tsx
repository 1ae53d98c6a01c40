import { useEffect, useState } from 'preact/hooks';
import { LibrarySearch } from '@/components/library';
import type { ReportActions } from '@/components/report';
import { type Ask, FailureNote, LiveRegion, useSay, useWork, wordsOf } from '@/components/ui';
import type {
  FeedChoice,
  HeldPage,
  KeptHere,
  LateAnswer,
  LibraryCounts,
  LibraryHit,
  Settings,
  TabStatus,
} from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { FollowBox } from './follow-box';
import { HeldPages } from './held-pages';
import { KeptBox } from './kept-box';
import { LateList } from './late-list';
import { SearchRun } from './search-run';
import { SiteBox } from './site-box';
import { PopupHead, reportOf, StatusView } from './status-view';

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

/** How long to wait before asking again while the page is still being read, in ms. */
const ASK_AGAIN = 300;

/** The toolbar popup: this tab, its result, its site, the held pages, the library. */
export function PopupScreen(props: PopupScreenProps) {
  const { ask, tab, onWatch, onFollow, onOpenOptions, onFillLibrary, onClose } = props;
  const say = useSay();
  const { failure, work } = useWork();
  const [status, setStatus] = useState<TabStatus>({ state: 'checking' });
  const [settings, setSettings] = useState<Settings | null>(null);
  const [held, setHeld] = useState<HeldPage[]>([]);
  const [hits, setHits] = useState<LibraryHit[] | null>(null);
  const [outlets, setOutlets] = useState<LibraryCounts['outlets']>([]);
  const [feeds, setFeeds] = useState<FeedChoice[]>([]);
  const [followed, setFollowed] = useState<ReadonlySet<string>>(new Set());
  const [kept, setKept] = useState<KeptHere | null>(null);
  const [late, setLate] = useState<LateAnswer[]>([]);
  const [run, setRun] = useState<string | null>(null);
  const [news, setNews] = useState('');
  const findFeeds = async () => {
    setFeeds(await ask('feedsOfPage', tab.id));
    setFollowed(new Set((await ask('feeds')).map(({ url }) => url)));
  };
  const look = async () => {
    try {
      setStatus(await ask('look', tab.id));
    } catch (error) {
      setStatus({ state: 'error', message: wordsOf(error) });
    }
  };

  useEffect(() => {
    work(async () => {
      setSettings(await ask('settings'));
      setHeld(await ask('heldPages'));
      setLate(await ask('lateAnswers'));
      await look();
      setOutlets((await ask('libraryCounts')).outlets);
    });
  }, []);

  useEffect(() => {
    if (status.state !== 'checking' || settings === null) return;
    const again = setTimeout(() => work(look), ASK_AGAIN);
    return () => clearTimeout(again);
  }, [status, settings]);

  const findKept = async () => {
    setKept(await ask('keptHere', tab.id));
    setRun(await ask('rarestRun', tab.id));
  };
  const looked = status.state === 'none' || status.state === 'found';
  useEffect(() => {
    if (looked) work(findFeeds);
    if (looked) work(findKept);
  }, [looked]);

  const actions: ReportActions = {
    onShowPart: (part) =>
      work(async () => {
        const { placed } = await ask('showPart', tab.id, part);
        setNews(say(placed ? 'popover_part_shown' : 'popover_part_not_placed'));
      }),
    onShowPassage: (articleId, passage) =>
      work(async () => {
        const { placed, of } = await ask('showInPage', tab.id, { articleId, passage });
        setNews(plural(say, 'popover_passages_shown', of, placed));
      }),
    onCompare: (articleId) => work(() => ask('openComparison', tab.id, articleId)),
    onOpenLink: (url) => work(() => ask('openLink', url)),
  };
  const report = reportOf(status);
  const { site } = tab;
  return (
    <main class="popup">
      <PopupHead onOpenOptions={onOpenOptions} />
      <FailureNote failure={failure} />
      <StatusView
        status={status}
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
        onHold={() =>
          work(async () => {
            const page = await ask('holdPage', tab.id);
            setHeld(await ask('heldPages'));
            setNews(say('popup_held', page.title ?? page.id));
          })
        }
        onCompare={(id) => work(() => ask('openComparison', tab.id, id))}
        onRelease={(id) => work(async () => setHeld(await ask('releaseHeldPage', id)))}
      />
      {site !== null && settings !== null && (
        <SiteBox
          site={site}
          off={settings.offHosts.includes(site)}
          watched={tab.patterns.some((pattern) => settings.watched.includes(pattern))}
          onSetOff={(off) =>
            work(async () => {
              setSettings(await ask('setHostOff', site, off));
              await look();
            })
          }
          onWatch={() =>
            work(async () => {
              await onWatch(tab.patterns);
              setSettings(await ask('settings'));
            })
          }
        />
      )}
      <FollowBox
        feeds={feeds}
        followed={followed}
        onFollow={(feed) =>
          work(async () => {
            await onFollow(feed);
            await findFeeds();
          })
        }
      />
      {kept !== null && settings !== null && site !== null && (
        <KeptBox
          kept={kept}
          site={site}
          keepPages={settings.keepPages}
          onKeepSite={(on) =>
            work(async () => {
              const { all, sites } = settings.keepPages;
              const others = sites.filter((one) => one !== site);
              setSettings(await ask('setKeepPages', { all, sites: on ? [...others, site] : others }));
            })
          }
        />
      )}
      <SearchRun run={run} onSearch={(words) => work(() => ask('searchWeb', words))} />
      <LateList
        answers={late}
        onOpenLink={(url) => work(() => ask('openLink', url))}
        onDismiss={(id) => work(async () => setLate(await ask('dismissLateAnswer', id)))}
      />
      <LibrarySearch
        hits={hits}
        outlets={outlets}
        onSearch={(query, filter) => work(async () => setHits(await ask('searchLibrary', query, filter)))}
        onOpenLink={(url) => work(() => ask('openLink', url))}
        onDelete={(ref) =>
          work(async () => {
            await ask('deleteArticle', ref);
            setHits(hits?.filter((hit) => hit.ref !== ref) ?? null);
          })
        }
      />
      <LiveRegion words={news} />
    </main>
  );
}
