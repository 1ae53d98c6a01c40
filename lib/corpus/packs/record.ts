import * as v from 'valibot';
import type { Span, Stamp } from '@/lib/core/article';
import type { HeldQuotation, PreparedArticle } from '@/lib/core/matching/types';
import type { Credit } from '@/lib/core/provenance/types';
import type { PackedArticle, PackKind, PackQuotation } from './types';

/** Longest quotation an evidence pack carries, in UTF-16 units. */
const longestQuotation = 300;

const span = v.pipe(
  v.tuple([v.pipe(v.number(), v.integer(), v.minValue(0)), v.pipe(v.number(), v.integer())]),
  v.check(([start, end]) => start <= end),
  v.transform(([start, end]): Span => ({ start, end })),
);
const text = v.pipe(v.string(), v.maxLength(65_536));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const stamp = v.object({
  at: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,12}(?:Z|[+-]\d{2}:\d{2}))?$/)),
  precision: v.picklist(['minute', 'day']),
  from: v.picklist(['page', 'feed', 'url', 'import', 'pack', 'first-seen']),
});
const credit = v.object({
  kind: v.picklist([
    'republished',
    'source',
    'contributed',
    'wire',
    'via',
    'syndication-notice',
    'read-more',
    'citation',
    'quote-lead',
  ]),
  /** Absent in fingerprint-only packs: it is a sentence of somebody's. */
  line: v.optional(text, ''),
  outlet: v.nullable(text),
  outlet_as_printed: v.nullable(text),
  author: v.nullable(text),
  url: v.nullable(text),
  span: v.nullable(span),
  field: v.picklist(['text', 'title']),
});

/** One line of a shard's record part. */
const recordSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(2_048)),
  outlet: v.nullable(text),
  url: v.nullable(text),
  title: v.nullable(text),
  byline: v.nullable(text),
  published: v.nullable(stamp),
  published_as_printed: v.nullable(text),
  modified: v.nullable(stamp),
  first_seen: v.nullable(stamp),
  language: v.nullable(text),
  words: count,
  completeness: v.picklist(['full', 'summary', 'teaser', 'paywalled', 'unknown']),
  held: v.picklist(['text', 'headline-only', 'fingerprint-only']),
  credits: v.pipe(v.array(credit), v.maxLength(400)),
  summary: v.optional(v.nullable(text), null),
  text: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(2_000_000))), null),
  quotations: v.optional(
    v.pipe(
      v.array(
        v.object({
          kind: v.picklist(['quotation', 'citation', 'label']),
          text: v.pipe(v.string(), v.maxLength(longestQuotation)),
          span,
          of: v.nullable(text),
        }),
      ),
      v.maxLength(400),
    ),
    [],
  ),
  counts: v.optional(v.object({ quotations: count, voices: count, labels: v.nullable(count) })),
  extra: v.optional(v.record(v.string(), v.unknown()), {}),
  keys: count,
  terms: v.pipe(count, v.maxValue(32)),
});

/** A record as it stands in a shard, read and checked. */
export type PackRecord = v.InferOutput<typeof recordSchema>;

/** Reads one record line of a shard; `null` when it is not one. */
export function parseRecord(line: string): PackRecord | null {
  try {
    const parsed = v.safeParse(recordSchema, JSON.parse(line), { abortEarly: true });
    return parsed.success ? parsed.output : null;
  } catch (error) {
    // Not JSON: the caller refuses the whole shard in words.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * The record line of an article (without line break): only what a pack of this kind may give away.
 * `keys` counts the fingerprint keys that go with it. No word from behind a paywall goes into any pack; such an article is
 * there by its fingerprint.
 */
export function recordLine(packed: PackedArticle, packKind: PackKind, keys: number): string {
  const { held, text, terms } = packed.prepared;
  const kind = held.completeness === 'paywalled' ? 'fingerprint-only' : packKind;
  const givesText = kind === 'full-text' && text !== null;
  const givesLines = kind !== 'fingerprint-only';
  return JSON.stringify({
    id: held.id,
    outlet: held.outlet,
    url: held.url,
    title: held.title,
    byline: held.byline,
    published: held.published,
    published_as_printed: packed.publishedAsPrinted,
    modified: packed.modified,
    first_seen: packed.firstSeen,
    language: held.language,
    words: held.words,
    completeness: held.completeness,
    held: heldIn(packed.prepared, givesText),
    credits: held.credits.map((credit) => creditOf(credit, kind)),
    ...(givesLines && held.summary !== null
      ? { summary: kind === 'full-text' ? held.summary : quotable(held.summary) }
      : {}),
    ...(givesText ? { text } : {}),
    ...(kind === 'evidence'
      ? { quotations: packed.quotations.map((quotation) => ({ ...quotation, span: pair(quotation.span) })) }
      : {}),
    ...(!givesText && held.counts ? { counts: held.counts } : {}),
    ...(kind === 'full-text' && Object.keys(packed.extra).length > 0 ? { extra: packed.extra } : {}),
    keys,
    terms: terms.length,
  });
}

function heldIn({ held }: PreparedArticle, givesText: boolean): PreparedArticle['held']['held'] {
  if (held.held === 'headline-only') return 'headline-only';
  return givesText ? 'text' : 'fingerprint-only';
}

function creditOf(credit: Credit, kind: PackKind) {
  return {
    kind: credit.kind,
    ...(kind === 'fingerprint-only'
      ? {}
      : { line: kind === 'evidence' ? quotable(credit.line) : credit.line }),
    outlet: credit.outlet,
    outlet_as_printed: credit.outletAsPrinted,
    author: credit.author,
    url: credit.url,
    span: credit.span && pair(credit.span),
    field: credit.field,
  };
}

/** At most as much as may be quoted, never half a character. */
export function quotable(text: string): string {
  if (text.length <= longestQuotation) return text;
  const cut = text.slice(0, longestQuotation - 1);
  const whole = /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
  return `${whole}…`;
}

function pair({ start, end }: Span): [number, number] {
  return [start, end];
}

/** Quotations of an article that a library keeps: its record travels with every report that names it. */
const mostHeld = 8;

function heldOf(quotations: readonly PackQuotation[]): HeldQuotation[] {
  return quotations.slice(0, mostHeld).map(({ kind, text, of }) => ({ kind, text, of }));
}

/** The article a record stands for. `packName` says where it came from; `now` is when this reader first saw it. */
export function articleOfRecord(
  record: PackRecord,
  found: Pick<PreparedArticle, 'keys' | 'positions' | 'levels' | 'terms'>,
  from: { packName: string; now: Date },
): PackedArticle {
  const firstSeen: Stamp = { at: from.now.toISOString(), precision: 'minute', from: 'first-seen' };
  return {
    prepared: {
      held: {
        id: record.id,
        outlet: record.outlet,
        url: record.url,
        title: record.title,
        byline: record.byline,
        published: record.published,
        ...(record.modified === null ? {} : { modified: record.modified }),
        firstSeen: record.first_seen ?? firstSeen,
        language: record.language,
        words: record.words,
        completeness: record.completeness,
        held: record.held,
        summary: record.summary,
        credits: record.credits.map(({ outlet_as_printed: outletAsPrinted, ...credit }) => ({
          ...credit,
          outletAsPrinted,
        })),
        from: { kind: 'pack', name: from.packName },
        ...(record.counts ? { counts: record.counts } : {}),
        ...(record.quotations.length > 0 ? { quotations: heldOf(record.quotations) } : {}),
      },
      text: record.text,
      ...found,
    },
    modified: record.modified,
    firstSeen: record.first_seen,
    publishedAsPrinted: record.published_as_printed,
    quotations: record.quotations,
    extra: record.extra,
  };
}
