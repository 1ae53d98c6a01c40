export { packs } from './packs';
export { subscriptions } from './subscriptions';
