import { Disclosure, FailureNote, Foreign, LiveRegion, useSay } from '@/components/ui';
import type { FollowedFeed } from '@/lib/app/messaging';
import { AddFeed } from './add-feed';
import { type FollowedActions, FollowedRow } from './followed-row';
import { OpmlBox } from './opml-box';
import { SettingsSection } from './settings-section';
import { type ShippedFeed, ShippedList } from './shipped-list';
import { type FollowedDeps, useFollowed } from './use-followed';
import { WatchFollowed } from './watch-followed';

export interface FollowedSectionProps extends FollowedDeps {
  shipped: readonly ShippedFeed[];
  /** An address written into the field already, when the reader comes from the popup. */
  suggested: string;
  /** Host patterns that are watched; `null` until that is known. */
  watched: readonly string[] | null;
  onWatch: (patterns: string[]) => void;
}

/** The outlets the reader follows, and every way to follow one more. */
export function FollowedSection({ shipped, suggested, watched, onWatch, ...deps }: FollowedSectionProps) {
  const say = useSay();
  const followed = useFollowed(deps);
  const { feeds } = followed;
  return (
    <SettingsSection id="outlets" heading={say('feed_heading')}>
      <p class="soft">{say('feed_what')}</p>
      <FailureNote failure={followed.failure} />
      {feeds.length === 0 && <p>{say('feed_none')}</p>}
      <Folders
        feeds={feeds}
        onCheck={followed.check}
        onUnfollow={followed.unfollow}
        onFullText={followed.setFullText}
        onAllow={followed.allow}
        onFindMoved={followed.findMoved}
        onMove={followed.move}
      />
      {watched !== null && (
        <WatchFollowed feeds={feeds} watched={watched} patternsOf={deps.patternsOf} onWatch={onWatch} />
      )}
      <AddFeed
        suggested={suggested}
        found={followed.found}
        onFind={followed.find}
        onFollow={({ url, name }) => followed.follow([{ url, name, folder: [] }], true)}
      />
      <Disclosure summary={say('feed_shipped')} open={feeds.length === 0}>
        <ShippedList
          shipped={shipped}
          followed={new Set(feeds.map(({ url }) => url))}
          onFollow={(chosen) => followed.follow(chosen, false)}
        />
      </Disclosure>
      <Disclosure summary={say('feed_opml')}>
        <OpmlBox
          read={followed.opml}
          any={feeds.length > 0}
          onRead={followed.readOpml}
          onFollow={(chosen) => followed.follow(chosen, false)}
          onExport={followed.saveOpml}
        />
      </Disclosure>
      <LiveRegion words={followed.news} />
    </SettingsSection>
  );
}

/** The followed feeds, each under the folder it came in. */
function Folders({ feeds, ...act }: { feeds: FollowedFeed[] } & FollowedActions) {
  const folders = Map.groupBy(feeds, ({ folder }) => folder.join(' › '));
  return [...folders].map(([folder, inside]) => (
    <div key={folder}>
      {folder !== '' && (
        <h3>
          <Foreign text={folder} />
        </h3>
      )}
      <ul class="rows">
        {inside.map((feed) => (
          <FollowedRow key={feed.url} feed={feed} {...act} />
        ))}
      </ul>
    </div>
  ));
}
