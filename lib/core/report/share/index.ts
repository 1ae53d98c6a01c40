export type { Finding, SharedFile, ShareForm } from './finding';
export { SHARE_FORMS } from './finding';
export { shareFinding } from './share-finding';
