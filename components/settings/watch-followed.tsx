import { Button, Disclosure, Foreign, useSay } from '@/components/ui';
import type { FollowedFeed } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { allPagePatterns, watchedSites } from './site-words';

interface WatchFollowedProps {
  feeds: readonly FollowedFeed[];
  /** Host patterns that are watched. */
  watched: readonly string[];
  /** Host patterns of the site an address or host belongs to. */
  patternsOf: (address: string) => string[];
  /** Asks the browser for these hosts and watches them. Must be called straight from a click. */
  onWatch: (patterns: string[]) => void;
}

/** Watching the sites that articles of followed outlets are on, as far as they are not watched yet: one question of the browser. */
export function WatchFollowed({ feeds, watched, patternsOf, onWatch }: WatchFollowedProps) {
  const say = useSay();
  const all = new Set(feeds.flatMap(({ articleHosts }) => articleHosts.flatMap(patternsOf)));
  const patterns = [...all].filter((pattern) => !watched.includes(pattern));
  const sites = watchedSites(patterns);
  if (sites.length === 0 || allPagePatterns.some((pattern) => watched.includes(pattern))) return null;
  return (
    <>
      <p class="soft">{say('feed_watch_what')}</p>
      <Disclosure summary={plural(say, 'feed_watch_sites', sites.length)}>
        <ul class="rows">
          {sites.map(({ site }) => (
            <li key={site} class="rows__row">
              <Foreign text={site} />
            </li>
          ))}
        </ul>
      </Disclosure>
      <p>
        <Button onClick={() => onWatch(patterns)}>{say('feed_watch')}</Button>
      </p>
    </>
  );
}
