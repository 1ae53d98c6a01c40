export { highlight } from './highlight';
export { placeQuote, placeQuotes } from './place-quote';
export { type Quote, quoteOf } from './quote';
