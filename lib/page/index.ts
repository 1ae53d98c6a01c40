export { type GateAnswer, isArticlePage } from './is-article';
export { type PageAt, readPage } from './read-page';
