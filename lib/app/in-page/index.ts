export { highlightName } from './highlight-name';
export { highlightWhenTold } from './highlights';
export { bringOverlay } from './overlay';
export { workOnPage } from './work-on-page';
