export { packAddresses } from './pack-addresses';
export { readBackup } from './read-backup';
export { writeBackup } from './write-backup';
