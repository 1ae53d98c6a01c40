import type { PackAnswer, PackFacts, PackSelection } from '@/lib/app/messaging';

/** A pack the reader chose from their files, looked at before anything of it is stored. */
export interface ChosenPack {
  facts: PackFacts;
  add: (tell: (there: number, of: number) => void) => Promise<PackAnswer>;
}

/** Looks at chosen files: a zip, or a manifest with the files beside it. */
export type OpenPackFiles = (files: File[]) => Promise<ChosenPack | { refused: string }>;

/** What the reader says of a pack they make. */
export interface PackWish {
  selection: PackSelection;
  kind: PackFacts['kind'];
  title: string;
  licence: string;
}

/** Makes a pack; `null` when nothing is selected. `tell` is told how many articles are packed so far. */
export type MakePack = (
  wish: PackWish,
  tell: (articles: number) => void,
) => Promise<{ name: string; content: Blob; articles: number } | null>;

/** A pack looked at, from an address or from files, with the way to add it. */
export interface PackOnView {
  facts: PackFacts;
  held: boolean;
  /** Hosts to ask the browser for first: those of its mirrors. */
  hosts: string[];
  add: () => Promise<PackAnswer>;
}
