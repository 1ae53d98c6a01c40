export { FramingSection } from './framing-section';
export { type Frame, type FramedStory, FramingContext, loadStory } from './source';
