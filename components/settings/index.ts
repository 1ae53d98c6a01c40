export { CueChoice } from './cue-choice';
export { OptionsScreen } from './options-screen';
export { ALL_PAGES } from './site-words';
export { PromiseList } from './words-sections';
