export { articlesOfFeed, type FeedArticle, type FeedAt, type FeedDeps } from './article-of-item';
export { readFeed } from './read-feed';
export type { Feed, FeedItem, FeedOutcome, FeedText, NotAFeed } from './types';
