export { isOff, offPatterns, siteOf, sitePatterns } from './site-patterns';
