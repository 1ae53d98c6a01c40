export { type Quotation, quotations } from './quotations';
export { paragraphs, sentences } from './sentences';
export { countWords, foldWord, type Tokens, tokenize, wordHashes } from './tokenize';
export { hashWord, spread } from './word-hash';
