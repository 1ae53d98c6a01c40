export { isArticlePage } from '@/lib/page/gate';
export { gatherInSlices, gatherPage } from '@/lib/page/gather';
export type { GatheredPage } from '@/lib/page/gathered';
export { judgePage } from '@/lib/page/judge';
export { highlight, placeQuotes } from '@/lib/page/place';
export { readPage } from './read-page';
