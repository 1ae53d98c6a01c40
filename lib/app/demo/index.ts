export { lookAtDemo } from './look-at-demo';
