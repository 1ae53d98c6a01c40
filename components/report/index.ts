export type { ReportActions } from './actions';
export { AnswerLine } from './answer-line';
export { OutcomeView } from './outcome-view';
export { ReportView } from './report-view';
