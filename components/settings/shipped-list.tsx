import { useState } from 'preact/hooks';
import { Button, Disclosure, useNumber, useSay } from '@/components/ui';
import type { FeedChoice } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';

/** One row of `assets/feeds.json`. */
export interface ShippedFeed {
  name: string;
  domain: string;
  feed: string;
  /** ISO 639-1. */
  language: string;
  /** ISO 3166-1 alpha-2, of the newsroom. */
  region: string;
}

interface ShippedListProps {
  shipped: readonly ShippedFeed[];
  /** Addresses that are followed already. */
  followed: ReadonlySet<string>;
  /** Must ask the browser for all their origins at once. */
  onFollow: (feeds: FeedChoice[]) => void;
}

/** Well-known outlets to choose from, by language and country. None is followed until it is chosen. */
export function ShippedList({ shipped, followed, onFollow }: ShippedListProps) {
  const say = useSay();
  const number = useNumber();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const names = namesIn(say.language);
  const wanted = folded(query);
  const shown = shipped.filter(({ name, domain, language, region }) =>
    folded([name, domain, names.language(language), names.region(region)].join(' ')).includes(wanted),
  );
  const groups = Map.groupBy(shown, ({ language }) => names.language(language));
  const picked = shipped.filter(({ feed }) => chosen.has(feed) && !followed.has(feed));

  const choose = (feed: string, on: boolean) =>
    setChosen((old) => (on ? new Set([...old, feed]) : new Set([...old].filter((other) => other !== feed))));

  return (
    <>
      <p class="soft">{say('feed_shipped_what', number(shipped.length))}</p>
      <label class="field">
        <span class="field__label">{say('feed_shipped_search')}</span>
        <input
          class="input"
          type="search"
          dir="auto"
          maxLength={100}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <p class="small soft" role="status">
        {query === '' ? '' : plural(say, 'feed_shipped_found', shown.length)}
      </p>
      {[...groups].map(([language, feeds]) => (
        <Disclosure
          key={language}
          summary={`${language} (${number(feeds.length)})`}
          open={query !== '' || groups.size === 1}
        >
          <ul class="choices choices--columns">
            {feeds.map(({ name, feed, region }) => (
              <li key={feed}>
                <label class="choice choice--line">
                  <input
                    type="checkbox"
                    checked={chosen.has(feed) || followed.has(feed)}
                    disabled={followed.has(feed)}
                    onChange={(event) => choose(feed, event.currentTarget.checked)}
                  />
                  <span>
                    <bdi>{name}</bdi> <span class="soft small">{names.region(region)}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
      {picked.length > 0 && (
        <p class="chosen">
          <Button
            look="main"
            onClick={() => onFollow(picked.map(({ feed, name }) => ({ url: feed, name, folder: [] })))}
          >
            {plural(say, 'feed_shipped_follow', picked.length)}
          </Button>
        </p>
      )}
    </>
  );
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Names of languages and countries in the reader's language; the code where there is none. */
function namesIn(language: string) {
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  const regions = new Intl.DisplayNames(language, { type: 'region' });
  return {
    language: (code: string) => languages.of(code) ?? code,
    region: (code: string) => regions.of(code) ?? code,
  };
}
