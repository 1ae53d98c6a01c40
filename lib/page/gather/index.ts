export { gatherInSlices, gatherPage } from './gather-page';
export { atOnce, walkVisible } from './visible-nodes';
