export { HealthBox } from './health-box';
export { PagesBox } from './pages-box';
export { RetentionBox } from './retention-box';
export { SearchBox } from './search-box';
export { type StorageAsk, StorageMeter } from './storage-meter';
