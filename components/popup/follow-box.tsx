import { Button, Foreign, useSay } from '@/components/ui';
import type { FeedChoice } from '@/lib/app/messaging';

interface FollowBoxProps {
  /** Feeds the page names; nothing is shown where there are none. */
  feeds: FeedChoice[];
  /** Addresses that are followed already. */
  followed: ReadonlySet<string>;
  onFollow: (feed: FeedChoice) => void;
}

/** "Follow this outlet", where the page names a feed. The first one named is the outlet's main one. */
export function FollowBox({ feeds, followed, onFollow }: FollowBoxProps) {
  const say = useSay();
  const [first] = feeds;
  if (first === undefined) return null;
  if (feeds.some(({ url }) => followed.has(url)))
    return <p class="popup-section soft small">{say('popup_followed')}</p>;
  return (
    <section class="popup-section">
      <p class="soft small">{say('popup_follow_what')}</p>
      <p class="small">
        <Foreign text={first.url} />
      </p>
      <Button onClick={() => onFollow(first)}>{say('popup_follow')}</Button>
    </section>
  );
}
