export { isArticlePage, isHtml } from './is-article-page';
