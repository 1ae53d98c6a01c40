export { type BackupFiles, BackupSection } from './backup-section';
