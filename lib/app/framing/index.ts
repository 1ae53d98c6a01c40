export { frameInWorker } from './frame-in-worker';
