export { originPattern, type Passed, type RequestGate, requestGate } from './request-gate';
export { onRequestsChanged, type RequestReason, requestLog } from './request-log';
