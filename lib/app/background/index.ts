export { startBackground } from './start';
