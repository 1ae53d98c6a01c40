import { useEffect, useState } from 'preact/hooks';
import { type Ask, type RequestHosts, useNumber, useSay, useWithHosts, useWork } from '@/components/ui';
import type { FeedChoice } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import type { Imports } from '../imports';

/** What stands in a backup that was read; `articles` is a file of records, ready to be imported. */
export interface BackupContents {
  /** An ISO 8601 moment. */
  made: string;
  /** Articles in it. */
  count: number;
  articles: File;
  damaged: { name: string; why: string }[];
  settings: unknown;
  opml: string | null;
  /** Addresses of its packs. */
  packs: string[];
}

export interface RestoreDeps {
  ask: Ask;
  imports: Pick<Imports, 'restore'>;
  /** Host pattern of an address alone; `null` for anything but the web. */
  originOf: (address: string) => string | null;
  requestHosts: RequestHosts;
}

/** Takes up the parts of a backup, each by itself. */
export function useRestore({ ask, imports, originOf, requestHosts }: RestoreDeps, read: BackupContents) {
  const say = useSay();
  const number = useNumber();
  const { failure, work } = useWork();
  const [feeds, setFeeds] = useState<FeedChoice[]>([]);
  const [settings, setSettings] = useState<'as-they-were' | 'restored'>('as-they-were');
  const [news, setNews] = useState('');
  const [notTaken, setNotTaken] = useState<string[]>([]);
  const withHosts = useWithHosts({ requestHosts, work, onRefused: setNews });

  useEffect(() => {
    const { opml } = read;
    if (opml !== null) work(async () => setFeeds((await ask('readOpml', opml)).feeds));
  }, []);

  return {
    /** The feeds it holds, once they were read. */
    feeds,
    /** Which settings hold now: those of the backup, or those from before. */
    settings,
    failure,
    /** What was last done, in words. */
    news,
    /** Packs that could not be taken, each with why. */
    notTaken,
    putArticlesBack() {
      imports.restore(read.articles);
      setNews(say('options_restore_articles_begun'));
    },
    takeSettings: () =>
      work(async () => {
        await ask('restoreSettings', read.settings);
        setSettings('restored');
      }),
    undoSettings: () =>
      work(async () => {
        await ask('undoSettings');
        setSettings('as-they-were');
      }),
    follow: () =>
      withHosts(
        feeds.map(({ url }) => originOf(url)),
        async () => {
          await ask('followFeeds', feeds, false);
          setNews(plural(say, 'feed_followed', feeds.length));
        },
      ),
    /** Packs that come with Refrain need no host. */
    getPacks: () =>
      withHosts(read.packs.map(originOf), async () => {
        const refused: string[] = [];
        for (const [n, address] of read.packs.entries()) {
          setNews(say('options_restore_packs_busy', number(n + 1), number(read.packs.length)));
          const answer = await ask('addPack', address);
          if (answer.refused !== null) refused.push(`${address}: ${answer.refused}`);
        }
        setNotTaken(refused);
        setNews(plural(say, 'options_restore_packs_done', read.packs.length - refused.length));
      }),
  };
}
