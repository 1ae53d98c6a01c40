export { highlight } from './highlight';
export { placeQuotes } from './place-quotes';
export { type Quote, quoteOf } from './quote';
