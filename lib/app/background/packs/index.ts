export { type Packs, packs } from './packs';
export { subscriptions } from './subscriptions';
