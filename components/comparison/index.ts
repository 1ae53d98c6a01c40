export { ComparisonScreen } from './comparison-screen';
export { ComparisonView } from './comparison-view';
export { markText } from './marked-text';
