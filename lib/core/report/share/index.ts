export type { Finding, ShareForm } from './finding';
export { shareForms } from './finding';
export { type Outline, outlineOf } from './outline';
export { shareFinding } from './share-finding';
