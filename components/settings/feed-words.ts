import type { FollowedFeed } from '@/lib/app/messaging';
import { plural, type Say } from '@/lib/core/report';

/** How a followed feed is doing, in sentences. */
export function feedWords(say: Say, feed: FollowedFeed): string[] {
  if (!feed.asked) return [say('feed_not_asked')];
  const moment = new Intl.DateTimeFormat(say.language, { dateStyle: 'medium', timeStyle: 'short' });
  const at = (iso: string) => moment.format(new Date(iso));
  return [
    ...(feed.trouble === null ? [] : [troubleWords(say, feed.trouble)]),
    feed.worked === null ? say('feed_never_worked') : say('feed_worked', at(feed.worked)),
    ...(feed.next === null ? [say('feed_paused')] : [say('feed_next', at(feed.next))]),
    plural(say, 'feed_kept', feed.kept),
    ...(feed.waiting > 0 ? [plural(say, 'feed_waiting', feed.waiting)] : []),
  ];
}

function troubleWords(say: Say, trouble: NonNullable<FollowedFeed['trouble']>): string {
  switch (trouble.kind) {
    case 'http':
      return say('feed_trouble_http', String(trouble.code));
    case 'not-a-feed':
      return say(noFeed[trouble.because]);
    default:
      return say(troubles[trouble.kind]);
  }
}

const troubles = {
  unreachable: 'feed_trouble_unreachable',
  'too-slow': 'feed_trouble_too_slow',
  'too-large': 'feed_trouble_too_large',
  moved: 'feed_trouble_moved',
  gone: 'feed_trouble_gone',
  'not-granted': 'feed_trouble_not_granted',
  'not-kept': 'feed_trouble_not_kept',
} as const;

const noFeed = {
  'not-text': 'feed_trouble_no_feed',
  empty: 'feed_trouble_no_feed',
  'no-feed': 'feed_trouble_no_feed',
  'web-page': 'feed_trouble_web_page',
  'entity-definitions': 'feed_trouble_entities',
} as const;
