export { NewPack } from './new-pack';
export { PacksBox, type PacksBoxProps } from './packs-box';
export { SuggestedPacks } from './suggested-packs';
export { type PackWays, usePacks } from './use-packs';
