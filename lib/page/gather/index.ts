export { gatherInSlices, gatherPage } from './gather-page';
