import { useEffect, useState } from 'preact/hooks';
import {
  type Ask,
  Disclosure,
  FailureNote,
  Foreign,
  LiveRegion,
  useReturn,
  useSay,
  useWork,
} from '@/components/ui';
import type { FeedChoice, FollowedFeed, FoundFeeds } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { AddFeed } from './add-feed';
import { FollowedRow } from './followed-row';
import { OpmlBox } from './opml-box';
import { SettingsSection } from './settings-section';
import { type ShippedFeed, ShippedList } from './shipped-list';

export interface FollowedSectionProps {
  ask: Ask;
  shipped: readonly ShippedFeed[];
  /** An address written into the field already, when the reader comes from the popup. */
  suggested: string;
  /** Host patterns of the site an address belongs to. */
  patternsOf: (address: string) => string[];
  /** Host pattern of an address alone; `null` for anything but the web. */
  originOf: (address: string) => string | null;
  /** Asks the browser for hosts; must be called straight from a click. */
  requestHosts: (patterns: string[]) => Promise<boolean>;
  readText: (file: File) => Promise<string | null>;
  saveFile: (name: string, content: Blob) => void;
}

/** How long to wait before looking again at feeds that are being asked, in ms. */
const lookAgain = 1_000;

/** The outlets the reader follows, and every way to follow one more. */
export function FollowedSection(props: FollowedSectionProps) {
  const { ask, originOf, patternsOf, requestHosts } = props;
  const say = useSay();
  const { failure, work } = useWork();
  const [feeds, setFeeds] = useState<FollowedFeed[]>([]);
  const [found, setFound] = useState<FoundFeeds | null>(null);
  const [read, setRead] = useState<{ feeds: FeedChoice[]; notTaken: number } | null>(null);
  const [news, setNews] = useState('');

  const readFeeds = async () => setFeeds(await ask('feeds'));
  useEffect(() => {
    work(readFeeds);
  }, []);
  useReturn(readFeeds);

  useEffect(() => {
    if (feeds.every(({ asked }) => asked)) return;
    const again = setTimeout(() => work(async () => setFeeds(await ask('feeds'))), lookAgain);
    return () => clearTimeout(again);
  }, [feeds]);

  /** Asks the browser first, within the click: it grants only then, so nothing may be awaited before. */
  const granted = (patterns: (string | null)[], then: () => Promise<void>) => {
    const wanted = [...new Set(patterns.filter((pattern) => pattern !== null))];
    const asked = requestHosts(wanted);
    work(async () => {
      if (await asked) await then();
      else setNews(say('options_not_granted'));
    });
  };
  const follow = (chosen: FeedChoice[], typed: boolean) =>
    granted(
      chosen.map(({ url }) => originOf(url)),
      async () => {
        setFeeds(await ask('followFeeds', chosen, typed));
        setFound(null);
        setRead(null);
        setNews(plural(say, 'feed_followed', chosen.length));
      },
    );
  const set = (answer: Promise<FollowedFeed[]>) => work(async () => setFeeds(await answer));
  const folders = Map.groupBy(feeds, ({ folder }) => folder.join(' › '));

  return (
    <SettingsSection id="outlets" heading={say('feed_heading')}>
      <p class="soft">{say('feed_what')}</p>
      <FailureNote failure={failure} />
      {feeds.length === 0 && <p>{say('feed_none')}</p>}
      {[...folders].map(([folder, inside]) => (
        <div key={folder}>
          {folder !== '' && (
            <h3>
              <Foreign text={folder} />
            </h3>
          )}
          <ul class="rows">
            {inside.map((feed) => (
              <FollowedRow
                key={feed.url}
                feed={feed}
                onCheck={({ url }) => set(ask('checkFeeds', [url]))}
                onUnfollow={({ url }) => set(ask('unfollowFeeds', [url]))}
                onFullText={({ url, articleHosts }, on) =>
                  on
                    ? granted(articleHosts.flatMap(patternsOf), async () =>
                        setFeeds(await ask('setFullText', url, true)),
                      )
                    : set(ask('setFullText', url, false))
                }
                onAllow={({ url }) =>
                  granted([originOf(url)], async () => setFeeds(await ask('checkFeeds', [url])))
                }
                onFindMoved={({ url }) => set(ask('findMovedFeed', url))}
                onMove={({ url, movedTo }) =>
                  granted([originOf(movedTo ?? url)], async () => setFeeds(await ask('moveFeed', url)))
                }
              />
            ))}
          </ul>
        </div>
      ))}
      <AddFeed
        suggested={props.suggested}
        found={found}
        onFind={(address, further) =>
          granted(patternsOf(address), async () => setFound(await ask('findFeeds', address, further)))
        }
        onFollow={({ url, name }) => follow([{ url, name, folder: [] }], true)}
      />
      <Disclosure summary={say('feed_shipped')} open={feeds.length === 0}>
        <ShippedList
          shipped={props.shipped}
          followed={new Set(feeds.map(({ url }) => url))}
          onFollow={(chosen) => follow(chosen, false)}
        />
      </Disclosure>
      <Disclosure summary={say('feed_opml')}>
        <OpmlBox
          read={read}
          any={feeds.length > 0}
          onRead={(file) =>
            work(async () => {
              const text = await props.readText(file);
              setRead(await ask('readOpml', text ?? ''));
            })
          }
          onFollow={(chosen) => follow(chosen, false)}
          onExport={() =>
            work(async () =>
              props.saveFile(
                'refrain-feeds.opml',
                new Blob([await ask('writeOpml')], { type: 'text/x-opml' }),
              ),
            )
          }
        />
      </Disclosure>
      <LiveRegion words={news} />
    </SettingsSection>
  );
}
