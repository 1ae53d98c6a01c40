import type { PackKind, PackSignature } from '@/lib/corpus/packs';

/** What a pack says of itself, and what was found out about it. Days are ISO. */
export interface PackFacts {
  kind: PackKind;
  title: string | null;
  home: string | null;
  licence: string | null;
  language: string | null;
  created: string | null;
  expires: string | null;
  articles: number;
  outlets: number;
  oldest: string | null;
  newest: string | null;
  /** Of its articles, as they are fetched. */
  bytes: number;
  /** `unchecked`: it is signed, and this browser cannot check it. */
  signature: PackSignature['state'];
  signer: string | null;
  /** Folders that are asked when its own does not answer. */
  mirrors: string[];
  /** How many statements about outlets come with it. */
  outletsSaid: number;
}

/** A pack looked at before anything of it is stored. */
export interface PackPreview {
  address: string;
  facts: PackFacts;
  /** Whether it is in the reader's list already. */
  held: boolean;
}

/** A part of the library to make a pack of. Articles that came in packs are never in it. */
export interface PackSelection {
  /** Names of outlets as `libraryCounts` lists them; none means all. */
  outlets: string[];
  /** ISO days, inclusive; an open end is `null`. */
  from: string | null;
  to: string | null;
}

/** A pack in the reader's list. Moments are ISO. */
export interface SubscribedPack {
  name: string;
  /** Its folder on the web, `bundled:…`, or `null` for one that came as a file. */
  address: string | null;
  added: string;
  lastTry: string | null;
  lastUpdate: string | null;
  /** Why the last try failed, in words. */
  failure: string | null;
  next: string | null;
  /** Of what is held; `null` while the first of it is coming. */
  facts: PackFacts | null;
  /** Files of a new state that are there, of how many. */
  coming: { there: number; of: number } | null;
}

/** The list after a change, and why the change was not made, if it was not. */
export interface PackAnswer {
  packs: SubscribedPack[];
  refused: string | null;
}
