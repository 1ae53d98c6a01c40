export { type CommonShingles, noCommonShingles } from './common-shingles';
export { alignEditedSentences } from './edited-sentences';
export { memoryCorpus } from './memory-corpus';
export { type ArticlePair, type CollectionOptions, findPairs } from './pairs';
export { type ArrivalDetails, prepareArticle } from './prepare';
export { type ArticleStory, findStories } from './stories';
export { findStoryMatches, type StoryMatchOptions } from './story-matches';
export { findTextMatches, type TextMatchOptions } from './text-matches';
export type * from './types';
