export { highlight } from './highlight';
export { type GateAnswer, isArticlePage } from './is-article';
export { placeQuote, placeQuotes } from './place-quote';
export { type Quote, quoteOf } from './quote';
export { type PageAt, readPage } from './read-page';
