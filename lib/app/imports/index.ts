export { importJobs } from './import-jobs';
