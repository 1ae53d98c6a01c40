export { type ChosenPack, chosenPack } from './chosen-files';
export { factsOf, factsOfOpened, nameFor } from './facts';
export { inWords } from './in-words';
export { type MadePack, makePack, type PackWish } from './make-pack';
