export { articlesOfFeed, type FeedArticle, type FeedAt, type FeedDeps } from './article-of-item';
export { askFeed, charsetOf, type Getter, type LastAnswer } from './ask-feed';
export { type FullText, fetchFullText } from './full-text';
export { type OpmlFeed, type OpmlOutcome, readOpml, writeOpml } from './opml';
export { readFeed } from './read-feed';
export {
  type Asking,
  afterAsking,
  type FeedClock,
  type FeedTrouble,
  isDue,
  newClock,
  nextWake,
} from './schedule';
export type { Feed, FeedItem, FeedOutcome, FeedText, NotAFeed } from './types';
