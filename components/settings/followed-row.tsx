import { Button, Confirm, Foreign, Switch, useSay } from '@/components/ui';
import type { FollowedFeed } from '@/lib/app/messaging';
import { feedWords } from './feed-words';

export interface FollowedActions {
  onCheck: (feed: FollowedFeed) => void;
  onUnfollow: (feed: FollowedFeed) => void;
  /** Must ask the browser for the hosts at once when switched on. */
  onFullText: (feed: FollowedFeed, on: boolean) => void;
  /** Must ask the browser for the feed's origin at once. */
  onAllow: (feed: FollowedFeed) => void;
  onFindMoved: (feed: FollowedFeed) => void;
  /** Must ask the browser for the new place's origin at once. */
  onMove: (feed: FollowedFeed) => void;
}

/** One followed feed: how it is doing, and what can be done about it. */
export function FollowedRow({ feed, ...act }: { feed: FollowedFeed } & FollowedActions) {
  const say = useSay();
  const { name, url, trouble, movedTo } = feed;
  return (
    <li class={trouble === null ? 'rows__row' : 'rows__row rows__row--troubled'}>
      <span class="rows__words">
        <Foreign text={name} />
        <span class="soft small">
          <Foreign text={url} />
        </span>
        <span class="small">{feedWords(say, feed).join(' ')}</span>
        {movedTo !== null && (
          <span class="small">
            {say('feed_moved_to')} <Foreign text={movedTo} />
          </span>
        )}
      </span>
      <span class="button-row">
        {trouble?.kind === 'moved' && movedTo === null && (
          <Button label={say('feed_find_moved_label', name)} onClick={() => act.onFindMoved(feed)}>
            {say('feed_find_moved')}
          </Button>
        )}
        {movedTo !== null && (
          <Button look="main" label={say('feed_move_label', name)} onClick={() => act.onMove(feed)}>
            {say('feed_move')}
          </Button>
        )}
        {trouble?.kind === 'not-granted' && (
          <Button label={say('feed_allow_label', name)} onClick={() => act.onAllow(feed)}>
            {say('feed_allow')}
          </Button>
        )}
        <Button look="quiet" label={say('feed_check_label', name)} onClick={() => act.onCheck(feed)}>
          {say('feed_check')}
        </Button>
        <Confirm
          ask={say('feed_unfollow')}
          label={say('feed_unfollow_label', name)}
          question={say('feed_unfollow_question', name)}
          act={say('feed_unfollow')}
          onConfirm={() => act.onUnfollow(feed)}
        />
      </span>
      <Switch on={feed.fullText} onChange={(on) => act.onFullText(feed, on)}>
        {say('feed_full_text', name)}
      </Switch>
    </li>
  );
}
