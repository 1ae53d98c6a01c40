export { PacksBox, type PacksBoxProps } from './packs-box';
export { SuggestedPacks } from './suggested-packs';
export type { MakePack, OpenPackFiles } from './types';
