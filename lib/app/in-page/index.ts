export { highlightName } from './highlights';
export { workOnPage } from './work-on-page';
