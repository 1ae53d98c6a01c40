export { byHost } from './by-host';
export { type Fetched, fetchBody, type Wanted } from './fetch-body';
export { isPrivateAddress } from './private-address';
