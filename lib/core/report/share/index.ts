export type { Finding, SharedFile, ShareForm } from './finding';
export { SHARE_FORMS } from './finding';
export { type Outline, outlineOf } from './outline';
export { shareFinding } from './share-finding';
