export { packAddresses } from './pack-addresses';
export { type BackupOutcome, readBackup } from './read-backup';
export { writeBackup } from './write-backup';
