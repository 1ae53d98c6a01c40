import type { Span, Stamp } from '@/lib/core/article';
import type { PreparedArticle } from '@/lib/core/matching/types';

/**
 * What a pack gives away of each article. `full-text`: everything. `evidence`: fingerprint and facts, and quotations of at
 * most 300 characters. `fingerprint-only`: fingerprint and facts, no sentence of anybody's but the headline.
 */
export type PackKind = 'full-text' | 'evidence' | 'fingerprint-only';

/** A short quotation that an evidence pack carries, with where it stands in the article's text. */
export interface PackQuotation {
  kind: 'quotation' | 'citation' | 'label';
  text: string;
  span: Span;
  /** The speaker of a quotation, the outlet leaned on by a citation, whom a label sentence names; `null` where not plain. */
  of: string | null;
}

/** One article as a pack holds it. */
export interface PackedArticle {
  prepared: PreparedArticle;
  modified: Stamp | null;
  /** When the pack's maker first saw the text; `null` where not known. */
  firstSeen: Stamp | null;
  publishedAsPrinted: string | null;
  /** Evidence packs only. */
  quotations: PackQuotation[];
  /** Keys of the source record that are not ours; full-text packs only. */
  extra: Readonly<Record<string, unknown>>;
}

/** One file of a pack. */
export interface PackFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Why a pack or a file of it was not taken: `where` names the file, `why` also says what to do. Nothing of it was kept. */
export interface PackRefused {
  status: 'refused';
  where: string;
  why: string;
}

/** Hands over one file of a pack by its name; `null` when there is none. A folder, an archive and a server all can. */
export type PackSource = (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
