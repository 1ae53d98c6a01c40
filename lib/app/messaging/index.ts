export { type Answers, ReaderProblem } from './answer';
export { ask, ExtensionGone, NotAnswered } from './ask';
export type { Asker } from './asker';
export { checkedPage } from './gathered-page-schema';
export { listenForQuestions } from './listen';
export { obey, tell } from './orders';
export type {
  BackgroundAnswers,
  BackupNote,
  CueMode,
  FeedChoice,
  FollowedFeed,
  FoundFeeds,
  HeldPage,
  ImportColumns,
  ImportFile,
  ImportJob,
  ImportPreview,
  KeptHere,
  LateAnswer,
  LibraryCounts,
  LibraryHealth,
  LibraryHit,
  LoggedRequest,
  PackAnswer,
  PackFacts,
  PackPreview,
  PackSelection,
  RetentionPreview,
  RetentionRule,
  SearchFilter,
  Settings,
  SubscribedPack,
  TabStatus,
  ToldText,
} from './protocol';
export { rateLimit } from './rate-limit';
export { rowChoicesSchema } from './row-choices-schema';
export { wordsAskedSchema } from './words-asked-schema';
