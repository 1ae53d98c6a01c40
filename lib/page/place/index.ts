export { highlight } from './highlight';
export { placeQuotes } from './place-quotes';
