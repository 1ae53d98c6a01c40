export type { ReportActions } from './actions';
export { AnswerLine } from './answer-line';
export { CorrectionTrail } from './correction-trail';
export { HeadlineStack } from './headline-stack';
export { Limits } from './limits';
export { OutcomeView } from './outcome-view';
export { OutletName } from './outlet-name';
export { ReportView } from './report-view';
export { TimeLine } from './time-line';
