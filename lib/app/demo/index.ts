export { type DemoLook, lookAtDemo } from './look-at-demo';
