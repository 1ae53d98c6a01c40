import { useEffect, useState } from 'preact/hooks';
import { type Ask, Button, FailureNote, Foreign, useDay, useNumber, useSay, useWork } from '@/components/ui';
import type { FeedChoice } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import type { Imports } from '../imports';
import type { ReadBackup } from './backup-section';

interface RestoreBoxProps {
  ask: Ask;
  imports: Pick<Imports, 'restore'>;
  originOf: (address: string) => string | null;
  requestHosts: (patterns: string[]) => Promise<boolean>;
  read: Extract<ReadBackup, { made: string }>;
}

/** What stands in a backup, and what of it is to come back. Each part is taken up by itself, and can be taken back. */
export function RestoreBox({ ask, imports, originOf, requestHosts, read }: RestoreBoxProps) {
  const say = useSay();
  const number = useNumber();
  const writeDay = useDay();
  const { failure, work } = useWork();
  const [feeds, setFeeds] = useState<FeedChoice[]>([]);
  const [settings, setSettings] = useState<'as-they-were' | 'restored'>('as-they-were');
  const [news, setNews] = useState('');
  const [notTaken, setNotTaken] = useState<string[]>([]);

  useEffect(() => {
    const { opml } = read;
    if (opml !== null) work(async () => setFeeds((await ask('readOpml', opml)).feeds));
  }, []);

  const follow = () => {
    const origins = feeds.flatMap(({ url }) => originOf(url) ?? []);
    // The browser grants only what is asked for within the click itself, so nothing may be awaited before.
    const granted = requestHosts([...new Set(origins)]);
    work(async () => {
      if (!(await granted)) return setNews(say('options_not_granted'));
      await ask('followFeeds', feeds, false);
      setNews(plural(say, 'feed_followed', feeds.length));
    });
  };

  const getPacks = () => {
    const origins = read.packs.flatMap((address) => originOf(address) ?? []);
    // As above. Packs that come with Refrain need no host, and a browser that is asked for none is not asked.
    const granted = origins.length === 0 ? Promise.resolve(true) : requestHosts([...new Set(origins)]);
    work(async () => {
      if (!(await granted)) return setNews(say('options_not_granted'));
      const refused: string[] = [];
      for (const [n, address] of read.packs.entries()) {
        setNews(say('options_restore_packs_busy', number(n + 1), number(read.packs.length)));
        const answer = await ask('addPack', address);
        if (answer.refused !== null) refused.push(`${address}: ${answer.refused}`);
      }
      setNotTaken(refused);
      setNews(plural(say, 'options_restore_packs_done', read.packs.length - refused.length));
    });
  };

  return (
    <div class="note import">
      <p>{say('options_restore_holds', writeDay(read.made), number(read.count), number(feeds.length))}</p>
      <FailureNote failure={failure} />
      {read.damaged.length > 0 && (
        <ul class="small">
          {read.damaged.map(({ name, why }) => (
            <li key={name}>
              <Foreign text={`${name}: ${why}`} />
            </li>
          ))}
        </ul>
      )}
      <div class="button-row">
        <Button
          look="main"
          disabled={read.articles.size === 0}
          onClick={() => {
            imports.restore(read.articles);
            setNews(say('options_restore_articles_begun'));
          }}
        >
          {plural(say, 'options_restore_articles', read.count)}
        </Button>
        {read.settings !== null && settings === 'as-they-were' && (
          <Button
            onClick={() =>
              work(async () => {
                await ask('restoreSettings', read.settings);
                setSettings('restored');
              })
            }
          >
            {say('options_restore_settings')}
          </Button>
        )}
        {settings === 'restored' && (
          <Button
            onClick={() =>
              work(async () => {
                await ask('undoSettings');
                setSettings('as-they-were');
              })
            }
          >
            {say('options_restore_settings_undo')}
          </Button>
        )}
        {feeds.length > 0 && (
          <Button onClick={follow}>{plural(say, 'options_restore_feeds', feeds.length)}</Button>
        )}
        {read.packs.length > 0 && (
          <Button onClick={getPacks}>{plural(say, 'options_restore_packs', read.packs.length)}</Button>
        )}
      </div>
      <p class="small" role="status">
        {news}
      </p>
      {notTaken.length > 0 && (
        <ul class="small">
          {notTaken.map((words) => (
            <li key={words}>
              <Foreign text={words} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
