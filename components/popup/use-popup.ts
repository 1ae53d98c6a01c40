import { useEffect, useState } from 'preact/hooks';
import { type Ask, wordsOf } from '@/components/ui';
import type {
  FeedChoice,
  HeldPage,
  KeptHere,
  LateAnswer,
  LibraryCounts,
  LibraryHit,
  SearchFilter,
  Settings,
  TabStatus,
} from '@/lib/app/messaging';

/** How long to wait before asking again while the page is still being read, in ms. */
const askAgain = 300;

interface Deps {
  ask: Ask;
  tabId: number;
  /** Does work that may fail, see `useWork`. */
  work: (doing: () => Promise<void>) => Promise<void>;
}

/** What the popup knows, asked for as it opens: first what it shows at once, the rest when the page was looked at. */
export function usePopup({ ask, tabId, work }: Deps) {
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
  const [rebuilding, setRebuilding] = useState(false);

  const look = async () => {
    try {
      setStatus(await ask('look', tabId));
    } catch (error) {
      setStatus({ state: 'error', message: wordsOf(error) });
    }
  };
  const findFeeds = async () => {
    setFeeds(await ask('feedsOfPage', tabId));
    setFollowed(new Set((await ask('feeds')).map(({ url }) => url)));
  };
  const findRebuilding = async () => setRebuilding((await ask('rebuilding')) !== null);
  const findKept = async () => {
    setKept(await ask('keptHere', tabId));
    setRun(await ask('rarestRun', tabId));
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
    const again = setTimeout(() => work(look), askAgain);
    return () => clearTimeout(again);
  }, [status, settings]);

  const looked = status.state === 'none' || status.state === 'found';
  useEffect(() => {
    if (looked) work(findRebuilding);
    if (looked) work(findFeeds);
    if (looked) work(findKept);
  }, [looked]);

  return {
    status,
    settings,
    held,
    hits,
    outlets,
    feeds,
    followed,
    kept,
    late,
    run,
    /** Whether the library's index is being made anew: until it is, less is found than is held. */
    rebuilding,
    findFeeds,

    /** @returns what the held page is called */
    async hold(): Promise<string> {
      const page = await ask('holdPage', tabId);
      setHeld(await ask('heldPages'));
      return page.title ?? page.id;
    },
    release: async (id: string) => setHeld(await ask('releaseHeldPage', id)),

    async setSiteOff(site: string, off: boolean) {
      setSettings(await ask('setHostOff', site, off));
      await look();
    },
    async keepSite(site: string, { all, sites }: Settings['keepPages'], on: boolean) {
      const others = sites.filter((one) => one !== site);
      setSettings(await ask('setKeepPages', { all, sites: on ? [...others, site] : others }));
    },
    readSettings: async () => setSettings(await ask('settings')),

    dismissLate: async (id: string) => setLate(await ask('dismissLateAnswer', id)),

    search: async (query: string, filter: SearchFilter | null) =>
      setHits(await ask('searchLibrary', query, filter)),
    async deleteHit(ref: number) {
      await ask('deleteArticle', ref);
      setHits(hits?.filter((hit) => hit.ref !== ref) ?? null);
    },
  };
}
