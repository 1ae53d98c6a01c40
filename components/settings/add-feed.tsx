import { useState } from 'preact/hooks';
import { Button, Foreign, useSay } from '@/components/ui';
import type { FoundFeeds } from '@/lib/app/messaging';
import { writtenAddress } from '@/lib/core/article';

interface AddFeedProps {
  suggested: string;
  /** What was found at the address looked at; `null` before anything was. */
  found: FoundFeeds | null;
  /** Must ask the browser for the site at once. `follow`: go where the address leads. */
  onFind: (address: string, follow: boolean) => void;
  /** Must ask the browser for the feed's origin at once. */
  onFollow: (feed: { url: string; name: string }) => void;
}

/** A field for the address of a feed or of a site, and the feeds found there. */
export function AddFeed({ suggested, found, onFind, onFollow }: AddFeedProps) {
  const say = useSay();
  const [written, setWritten] = useState(suggested);
  const address = writtenAddress(written);
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        if (address !== null) onFind(address, false);
      }}
    >
      <label class="field__label" for="add-feed">
        {say('feed_add')}
      </label>
      <div class="input-row">
        <input
          id="add-feed"
          class="input"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          placeholder="https://www.example.org/feed"
          value={written}
          aria-describedby="add-feed-found"
          onInput={(event) => setWritten(event.currentTarget.value)}
        />
        <button type="submit" class="button button--main" disabled={address === null}>
          {say('feed_find')}
        </button>
      </div>
      <div id="add-feed-found" role="status">
        {found?.status === 'redirected' && address !== null && (
          <p class="note">
            {say('feed_redirected')}{' '}
            <Button onClick={() => onFind(address, true)}>{say('feed_redirected_go')}</Button>
          </p>
        )}
        {found?.status === 'found' && found.feeds.length === 0 && (
          <p class="note">{say('feed_none_found')}</p>
        )}
        {found?.status === 'found' && (
          <ul class="rows">
            {found.feeds.map(({ url, title }) => (
              <li key={url} class="rows__row">
                <span class="rows__words">
                  <Foreign text={title ?? url} />
                  <span class="soft small">
                    <Foreign text={url} />
                  </span>
                </span>
                <Button
                  label={say('feed_follow_label', title ?? url)}
                  onClick={() => onFollow({ url, name: title ?? new URL(url).hostname })}
                >
                  {say('feed_follow')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </form>
  );
}
