export { cutAt, oneLine, withoutInvisible } from './clean-text';
export type { GatheredBlock, GatheredPage } from './gathered-page';
export { endsSentence, isProse, linkShare, roughWords } from './prose';
export { believableFurniture, furniture, zone } from './zones';
