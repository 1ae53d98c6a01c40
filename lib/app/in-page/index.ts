export { highlightName } from './highlight-name';
export { highlightWhenTold } from './highlights';
export { workOnPage } from './work-on-page';
