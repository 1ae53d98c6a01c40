export { isClosed } from './closed-words';
export { items } from './items';
export { type Quotation, quotations } from './quotations';
export { type Quote, quoteOf } from './quote';
export { paragraphs, sentences } from './sentences';
export { countWords, foldWord, type Tokens, tokenize, wordStarts } from './tokenize';
export { hashText, hashWord, spread } from './word-hash';
