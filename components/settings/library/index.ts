export { HealthBox } from './health-box';
export { RetentionBox } from './retention-box';
export { type StorageAsk, StorageMeter } from './storage-meter';
