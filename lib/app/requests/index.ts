export type { Asked, Passed, RequestGate } from './request-gate';
export { type RequestLog, type RequestReason, requestLog } from './request-log';
