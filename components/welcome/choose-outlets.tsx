import { useEffect, useState } from 'preact/hooks';
import { type ShippedFeed, ShippedList } from '@/components/settings';
import {
  type Ask,
  FailureNote,
  LiveRegion,
  type RequestHosts,
  useSay,
  useWithHosts,
  useWork,
} from '@/components/ui';
import type { FeedChoice } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';

export interface ChooseOutletsProps {
  ask: Ask;
  shipped: readonly ShippedFeed[];
  /** Host pattern of an address alone; `null` for anything but the web. */
  originOf: (address: string) => string | null;
  requestHosts: RequestHosts;
}

/** The outlets that come with Refrain, to follow some of them with one prompt of the browser. */
export function ChooseOutlets({ ask, shipped, originOf, requestHosts }: ChooseOutletsProps) {
  const say = useSay();
  const { failure, work } = useWork();
  const [followed, setFollowed] = useState<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState('');
  const withHosts = useWithHosts({ requestHosts, work, onRefused: setNews });

  useEffect(() => {
    work(async () => setFollowed(addressesOf(await ask('feeds'))));
  }, []);

  const follow = (chosen: FeedChoice[]) =>
    withHosts(
      chosen.map(({ url }) => originOf(url)),
      async () => {
        setFollowed(addressesOf(await ask('followFeeds', chosen, false)));
        setNews(plural(say, 'feed_followed', chosen.length));
      },
    );

  return (
    <>
      <FailureNote failure={failure} />
      <ShippedList shipped={shipped} followed={followed} onFollow={follow} />
      <LiveRegion words={news} />
    </>
  );
}

function addressesOf(feeds: readonly { url: string }[]): ReadonlySet<string> {
  return new Set(feeds.map(({ url }) => url));
}
