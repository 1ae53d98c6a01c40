export { isArticlePage, isHtml } from './is-article-page';
export { kindOfAddress } from './kind-of-address';
export { speaksOfConsent } from './walls';
