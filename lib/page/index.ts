export { type GateAnswer, isArticlePage } from '@/lib/page/gate';
export { gatherPage } from '@/lib/page/gather';
export type { GatheredPage } from '@/lib/page/gathered';
export { judgePage, type PageAt } from '@/lib/page/judge';
export { highlight, placeQuote, placeQuotes, type Quote, quoteOf } from '@/lib/page/place';
export { readPage } from './read-page';
