import type { FeedTrouble } from '@/lib/corpus/sources/feeds/schedule';

/** A feed to follow, as the reader chose it. */
export interface FeedChoice {
  url: string;
  name: string;
  /** Folder of an OPML file, outermost first. */
  folder: string[];
}

/** A followed feed and how it is doing; moments are ISO. */
export interface FollowedFeed extends FeedChoice {
  /** Whether the full text behind a summary is fetched. */
  fullText: boolean;
  /** Whether it was asked at all yet. */
  asked: boolean;
  trouble: FeedTrouble | null;
  /** When it last worked. */
  worked: string | null;
  /** When it is asked next; `null` while it waits for the reader. */
  next: string | null;
  /** Articles of it that were new to the library. */
  kept: number;
  /** Articles whose full text is still to be fetched. */
  waiting: number;
  /** Hosts its articles are on. */
  articleHosts: string[];
  /** Where it has moved, once that was looked for. */
  movedTo: string | null;
}

/** What stands at an address: feeds (perhaps none), or a way to somewhere else. */
export type FoundFeeds =
  | { status: 'found'; feeds: { url: string; title: string | null }[] }
  | { status: 'redirected' };

/** One request the extension made. */
export interface LoggedRequest {
  /** ISO moment it was sent. */
  at: string;
  why: 'feed' | 'find-feed' | 'moved-feed' | 'article' | 'pack';
  url: string;
  ended: 'no-answer-yet' | 'answered' | 'redirected' | 'too-large' | 'too-slow' | 'unreachable';
  /** HTTP status; `null` where there was no answer, or one that browsers do not show (a redirect). */
  code: number | null;
  /** Bytes of body received, after any compression was undone. */
  bytes: number;
}
