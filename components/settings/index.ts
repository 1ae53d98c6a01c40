export { AddSite } from './add-site';
export type { BackupFiles } from './backup';
export { CueChoice } from './cue-choice';
export { OptionsScreen } from './options-screen';
export { type ShippedFeed, ShippedList } from './shipped-list';
export { allPagePatterns, watchedSites } from './site-words';
export { PromiseList } from './words-sections';
