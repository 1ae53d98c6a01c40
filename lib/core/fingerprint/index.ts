export { finerLevel, fingerprint, shingleKeys, shingleWords, windows } from './fingerprint';
export type { Fingerprint } from './types';
