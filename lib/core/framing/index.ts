export { frame, MOST_ARTICLES } from './frame';
export type { Told } from './told';
export type * from './types';
