export { browserSay } from './browser-say';
