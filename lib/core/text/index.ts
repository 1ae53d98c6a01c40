export { type Quotation, quotations } from './quotations';
export { paragraphs, sentences } from './sentences';
export { countWords, foldWord, type Tokens, tokenize } from './tokenize';
