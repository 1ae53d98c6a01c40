export { LibrarySearch } from './library-search';
