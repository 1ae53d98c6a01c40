export { judgePage, type PageAt } from './judge-page';
