export { type Asked, originPattern, type Passed, type RequestGate, requestGate } from './request-gate';
export { onRequestsChanged, type RequestLog, type RequestReason, requestLog } from './request-log';
