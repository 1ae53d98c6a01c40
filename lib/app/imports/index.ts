export { type ImportJobs, importJobs } from './import-jobs';
