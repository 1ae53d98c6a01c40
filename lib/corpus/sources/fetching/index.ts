export { type Fetched, fetchBody, type Wanted } from './fetch-body';
