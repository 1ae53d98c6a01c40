export { gatherPage } from './gather-page';
export { walkVisible } from './visible-nodes';
