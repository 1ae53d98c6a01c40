export { isOff, offPatterns, siteOf, sitePatterns, writtenSitePatterns } from './site-patterns';
