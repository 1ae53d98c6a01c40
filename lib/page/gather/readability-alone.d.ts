/** The extractor without the package's quick check, which its front door brings along. */
declare module '@mozilla/readability/Readability.js' {
  export { Readability as default } from '@mozilla/readability';
}
