export { anatomyWith, readAnatomy } from './anatomy/read-anatomy';
export { authorOf } from './authors';
export { readCitations } from './citations';
export { readCredits } from './credits/read-credits';
export { firstRun } from './first-run/first-run';
export { originsOf } from './origins/origins-of';
export { countOutlets } from './origins/publishers';
export type { AnatomyPart, Citation, Credit, CreditKind, DirectionSign, PageAnatomy } from './types';
