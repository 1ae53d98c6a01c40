export { type GateAnswer, isArticlePage, isHtml } from './is-article-page';
