export { findFeeds, findMoved } from './find-feeds';
export { changeFollowed, type Followed, readFollowed } from './followed';
export { changeProgress, forgetProgress, type Progress, readProgress } from './progress';
export { type FeedRounds, feedRounds } from './rounds';
