export { fingerprint, shingleKeys, shingleWords, windows } from './fingerprint';
export { hashWord } from './hash';
export type { Fingerprint } from './types';
