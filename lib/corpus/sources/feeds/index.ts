export { articlesOfFeed, type FeedArticle, type FeedDeps } from './article-of-item';
export { askFeed, charsetOf, type Getter, type LastAnswer } from './ask-feed';
export { fetchFullText } from './full-text';
export { type OpmlFeed, readOpml, writeOpml } from './opml';
export { readFeed } from './read-feed';
export {
  afterAsking,
  type FeedClock,
  isDue,
  newClock,
  nextWake,
} from './schedule';
export type { Feed, FeedText } from './types';
