import type { Stamp } from '@/lib/core/article';
import type { HeldArticle } from '@/lib/core/matching/types';
import type { ArticleRow, BareRow, PackedRow } from '../schema';
import { isRow } from './article-row';
import { packBare, unpackBare } from './bare-row';
import { packFacts, unpackFacts } from './fact-bits';

/**
 * A row's facts in its store: one run of bytes, UTF-8 of a JSON list without the names of its fields, of which a row as
 * an object takes a hundred bytes more on disk than this; of an article without text, of which packs bring very many, the
 * same list in bits (`fact-bits.ts`). What an index looks at stands beside, and so do the places of
 * an article without text: a record of their own would take fifty bytes more. Rows of older versions are
 * objects with the facts by name, and are read as they are.
 */

type Held = ArticleRow['held'];

/** Fields of an article in the order in which they are listed. New ones go to the end. */
const fields = [
  'id',
  'url',
  'outlet',
  'title',
  'byline',
  'published',
  'modified',
  'firstSeen',
  'language',
  'words',
  'completeness',
  'held',
  'summary',
  'credits',
  'ownerLine',
  'from',
  'counts',
  'quotations',
] as const satisfies (keyof Held)[];

/** Those that are absent, never `null`. */
const optional: readonly string[] = ['modified', 'ownerLine', 'counts', 'quotations'];

/** Stamps: lists of their three facts. */
const stamps: readonly string[] = ['published', 'modified', 'firstSeen'];

/** An address that is the id, and an outlet named as the article names it, are not written twice. */
const same = 0;

/** The row as it goes to the disk, in the smallest form that holds it. */
export function packRow({
  held,
  outlet,
  revision,
  digest,
  bytes,
  ...beside
}: ArticleRow): PackedRow | BareRow {
  const facts = factsOf({ held, outlet, revision, digest, bytes });
  const { shard, places, ...more } = beside;
  if (shard !== undefined && places && Object.keys(more).length === 0)
    return packBare({ facts, shard, places });
  return { ...beside, facts: places ? packFacts(facts) : encoder.encode(JSON.stringify(facts)) };
}

type Facts = Pick<ArticleRow, 'held' | 'outlet' | 'revision' | 'digest' | 'bytes'>;

function factsOf({ held, outlet, revision, digest, bytes }: Facts): unknown[] {
  const name = outlet?.name === held.outlet ? same : outlet?.name;
  const facts: unknown[] = [revision, digest, bytes, outlet?.key ?? null, name ?? null];
  const listed = {
    ...held,
    url: held.url === held.id ? same : held.url,
    published: held.published && stampFacts(held.published),
    modified: held.modified && stampFacts(held.modified),
    firstSeen: stampFacts(held.firstSeen),
  };
  for (const field of fields) facts.push(listed[field]);
  return facts;
}

/** @returns the row, or `null` when it is not one that can be shown: wrong types anywhere make it unreadable. */
export function readRow(stored: unknown): ArticleRow | null {
  const row = stored instanceof Uint8Array ? bare(stored) : isPacked(stored) ? unpacked(stored) : stored;
  return isRow(row) ? row : null;
}

/** The article in a row of the store, or `null` when there is none that can be shown. */
export function heldIn(ref: number, stored: unknown): HeldArticle | null {
  const row = readRow(stored);
  return row && heldOf(ref, row);
}

/** The article of a row that was read. */
export function heldOf(ref: number, { held, revision }: ArticleRow): HeldArticle {
  return { ...held, ref, revision };
}

function bare(stored: Uint8Array): unknown {
  const parts = whole(() => unpackBare(stored));
  return parts && rowOf(parts.facts, { shard: parts.shard, places: parts.places });
}

function unpacked({ facts, ...beside }: PackedRow): unknown {
  const list = whole(() => listIn(facts));
  return list && rowOf(list, beside);
}

function rowOf(list: readonly unknown[], beside: Omit<PackedRow, 'facts'>): unknown {
  const [revision, digest, bytes, key, name, ...values] = list;
  const held: Record<string, unknown> = {};
  for (const [i, field] of fields.entries()) {
    const value = values[i];
    if (value === null && optional.includes(field)) continue;
    if (stamps.includes(field)) held[field] = stampOf(value);
    else held[field] = field === 'url' && value === same ? held.id : value;
  }
  const outlet = key === null ? null : { key, name: name === same ? held.outlet : name };
  return { ...beside, revision, digest, bytes, outlet, held };
}

function stampFacts({ at, precision, from }: Stamp): unknown[] {
  return [at, precision, from];
}

function stampOf(facts: unknown): unknown {
  if (!Array.isArray(facts)) return facts;
  const [at, precision, from] = facts;
  return { at, precision, from };
}

function listIn(facts: Uint8Array): unknown[] | null {
  const inBits = unpackFacts(facts);
  if (inBits) return inBits;
  const list: unknown = JSON.parse(decoder.decode(facts));
  return Array.isArray(list) ? list : null;
}

/** What `read` gives, or `null` where the bytes that it reads are damaged. */
function whole<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch (error) {
    // Damaged bytes: no UTF-8, or no JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function isPacked(stored: unknown): stored is PackedRow {
  return (
    typeof stored === 'object' && stored !== null && 'facts' in stored && stored.facts instanceof Uint8Array
  );
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
