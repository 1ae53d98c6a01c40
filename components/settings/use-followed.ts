import { useEffect, useState } from 'preact/hooks';
import { type Ask, type RequestHosts, useReturn, useSay, useWithHosts, useWork } from '@/components/ui';
import type { FeedChoice, FollowedFeed, FoundFeeds } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';

export interface FollowedDeps {
  ask: Ask;
  /** Host patterns of the site an address or host belongs to. */
  patternsOf: (address: string) => string[];
  /** Host pattern of an address alone; `null` for anything but the web. */
  originOf: (address: string) => string | null;
  requestHosts: RequestHosts;
  /** A file's text by whatever charset it is in; `null` when it is no text at all. */
  readText: (file: File) => Promise<string | null>;
  /** Hands the reader a file to save. */
  saveFile: (name: string, content: Blob) => void;
}

/** How long to wait before looking again at feeds that are being asked, in ms. */
const lookAgain = 1_000;

/** The outlets the reader follows, the feeds found for one more, and what can be done about each. */
export function useFollowed(deps: FollowedDeps) {
  const { ask, patternsOf, originOf, requestHosts, readText, saveFile } = deps;
  const say = useSay();
  const { failure, work } = useWork();
  const [feeds, setFeeds] = useState<FollowedFeed[]>([]);
  const [found, setFound] = useState<FoundFeeds | null>(null);
  const [opml, setOpml] = useState<{ feeds: FeedChoice[]; notTaken: number } | null>(null);
  const [news, setNews] = useState('');
  const withHosts = useWithHosts({ requestHosts, work, onRefused: setNews });

  const readFeeds = async () => setFeeds(await ask('feeds'));
  useEffect(() => {
    work(readFeeds);
  }, []);
  useReturn(readFeeds);

  useEffect(() => {
    if (feeds.every(({ asked }) => asked)) return;
    const again = setTimeout(() => work(readFeeds), lookAgain);
    return () => clearTimeout(again);
  }, [feeds]);

  const put = (answer: Promise<FollowedFeed[]>) => work(async () => setFeeds(await answer));

  return {
    feeds,
    /** What stands at the address looked at; `null` before any was. */
    found,
    /** The feeds of an OPML file that was read. */
    opml,
    failure,
    /** What was last done, in words. */
    news,
    follow: (chosen: FeedChoice[], typed: boolean) =>
      withHosts(
        chosen.map(({ url }) => originOf(url)),
        async () => {
          setFeeds(await ask('followFeeds', chosen, typed));
          setFound(null);
          setOpml(null);
          setNews(plural(say, 'feed_followed', chosen.length));
        },
      ),
    find: (address: string, further: boolean) =>
      withHosts(patternsOf(address), async () => setFound(await ask('findFeeds', address, further))),
    check: ({ url }: FollowedFeed) => put(ask('checkFeeds', [url])),
    unfollow: ({ url }: FollowedFeed) => put(ask('unfollowFeeds', [url])),
    setFullText: ({ url, articleHosts }: FollowedFeed, on: boolean) =>
      withHosts(on ? articleHosts.flatMap(patternsOf) : [], async () =>
        setFeeds(await ask('setFullText', url, on)),
      ),
    allow: ({ url }: FollowedFeed) =>
      withHosts([originOf(url)], async () => setFeeds(await ask('checkFeeds', [url]))),
    findMoved: ({ url }: FollowedFeed) => put(ask('findMovedFeed', url)),
    move: ({ url, movedTo }: FollowedFeed) =>
      withHosts([originOf(movedTo ?? url)], async () => setFeeds(await ask('moveFeed', url))),
    readOpml: (file: File) => work(async () => setOpml(await ask('readOpml', (await readText(file)) ?? ''))),
    saveOpml: () =>
      work(async () => {
        const opml = new Blob([await ask('writeOpml')], { type: 'text/x-opml' });
        saveFile('refrain-feeds.opml', opml);
      }),
  };
}
