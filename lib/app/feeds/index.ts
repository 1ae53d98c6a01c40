export { findFeeds, findMoved } from './find-feeds';
export { changeFollowed, type Followed, readFollowed } from './followed';
export { feedsOfOpml, opmlOfFollowed } from './opml';
export { changeProgress, forgetProgress, type Progress, unread, withProgress } from './progress';
export { type FeedRounds, feedRounds } from './rounds';
