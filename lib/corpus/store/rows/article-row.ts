import { outletOf, type Stamp, shippedOutlets } from '@/lib/core/article';
import type { PreparedArticle } from '@/lib/core/matching/types';
import type { ArticleRow, LibraryState } from '../schema';
import { addressNumber } from './digest';
import { isRecord } from './is-record';
import type { StoredPlaces } from './places-codec';

/** Index keys are cut here (with their length behind, so that two long ones stay apart more often than not). */
const longestKey = 1_000;

/** Index key of an id. It is told apart from an address, so that no article can pass for another by its address. */
export function idKey(id: string): string {
  return `=${shortened(id)}`;
}

/**
 * Index key of an address of a pack's article in rows of older versions: a number, which takes a tenth of the address on disk
 * and less time to put in order. Whoever finds something by it looks at the address itself.
 */
export function packKey(url: string): number {
  return addressNumber(url);
}

/** Index key of an address of the reader's own article that is not its id; apart from those of packs, which may be very many. */
export function urlKey(url: string): number {
  return -addressNumber(url);
}

/** The same in rows of older versions. */
export function olderUrlKey(url: string): string {
  return `@${shortened(url)}`;
}

/**
 * What a pack's article is found by among the story terms, where an address takes a sixth of what it takes in an index of
 * the database. Whoever finds something by it looks at the address itself. Its id counts as an address: it neither takes
 * the place of the reader's own of that id nor the other way round.
 */
export function addressTerm(idOrUrl: string): number {
  return Math.floor(addressNumber(idOrUrl) / 2 ** 21);
}

/** Terms by which an article stands in the index: what its story is told by, and of one of a pack its addresses. */
export function termsIndexed(
  terms: Uint32Array,
  { shard, held }: Pick<ArticleRow, 'shard' | 'held'>,
): Uint32Array {
  return shard === undefined
    ? terms
    : Uint32Array.of(...terms, addressTerm(held.id), addressTerm(held.url ?? held.id));
}

function shortened(text: string): string {
  return text.length <= longestKey ? text : `${text.slice(0, longestKey)}…${text.length}`;
}

/** What a live article of the reader's own is found by. */
function addressesOf(held: PreparedArticle['held']): (string | number)[] {
  return held.url === null || held.url === held.id ? [idKey(held.id)] : [idKey(held.id), urlKey(held.url)];
}

/** The ISO day an article is listed under: claimed, else first seen; `null` when neither is a day. */
export function listedDay(held: PreparedArticle['held']): string | null {
  return isoDayOf(held.published) ?? isoDayOf(held.firstSeen);
}

/** The ISO day of a stamp; `null` when there is none that could be a day. */
export function isoDayOf(stamp: Stamp | null): string | null {
  const day = stamp?.at.slice(0, 10) ?? '';
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) ? day : null;
}

/** Pages the reader read keep their finer level for good; it is of these that a short shared run matters most. */
export function isOwnPage({ from }: PreparedArticle['held']): boolean {
  return from.kind === 'page' || from.kind === 'held-page';
}

/** What a row came with, so that it can go with it. */
export type RowMarks = Pick<ArticleRow, 'shard' | 'import'>;

/** The row of a live article. */
export function liveRow(
  held: PreparedArticle['held'],
  more: { revision: number; digest: string; bodyBytes: number; places?: StoredPlaces | null } & RowMarks,
): ArticleRow {
  const day = held.held === 'headline-only' ? listedDay(held) : null;
  const outlet = outletOf(held.outlet, held.url, shippedOutlets);
  return {
    ...(more.shard === undefined ? { addresses: addressesOf(held) } : { shard: more.shard }),
    ...(more.import === undefined ? {} : { import: more.import }),
    ...(more.places ? { places: more.places } : {}),
    ...(day === null ? {} : { headlineDay: day }),
    revision: more.revision,
    digest: more.digest,
    outlet: outlet && { key: outlet.key, name: outlet.name },
    bytes: rowBytes(held) + more.bodyBytes,
    held,
  };
}

/** The same row once a newer revision took its place. */
export function supersededRow(row: ArticleRow): ArticleRow {
  const { revision, digest, outlet, bytes, held } = row;
  const came = row.import === undefined ? {} : { import: row.import };
  const kept = row.places === undefined ? {} : { places: row.places };
  return { history: idKey(held.id), ...came, ...kept, revision, digest, outlet, bytes, held };
}

/** About what a row takes on disk: its strings and a little for each field. */
function rowBytes(held: PreparedArticle['held']): number {
  const strings = [held.id, held.url, held.outlet, held.title, held.byline, held.summary];
  let bytes = 300;
  for (const string of strings) bytes += string?.length ?? 0;
  for (const credit of held.credits) bytes += 120 + credit.line.length + (credit.url?.length ?? 0);
  return bytes;
}

/** Whether a row is of a shard that readers do not see: a pack's update that is still coming, or one that is leaving. */
export function isHidden({ shard }: ArticleRow, state: LibraryState | null): boolean {
  return shard !== undefined && (state?.hidden?.includes(shard) ?? false);
}

/** Whether a row is of the newest revision. */
export function isLive({ history }: ArticleRow): boolean {
  return history === undefined;
}

/** Whether what is stored is an older revision, told without reading it. */
export function isSuperseded(stored: unknown): boolean {
  return isRecord(stored) && 'history' in stored;
}

/** Whether a row has the shape that every reader of it relies on; types of all fields are looked at. */
export function isRow(row: unknown): row is ArticleRow {
  if (!isRecord(row) || !isRecord(row.held)) return false;
  const { held } = row;
  return (
    Number.isSafeInteger(row.revision) &&
    typeof row.digest === 'string' &&
    Number.isFinite(row.bytes) &&
    (row.outlet === null ||
      (isRecord(row.outlet) && typeof row.outlet.key === 'string' && typeof row.outlet.name === 'string')) &&
    (row.addresses === undefined || areAddresses(row.addresses)) &&
    (row.history === undefined || typeof row.history === 'string') &&
    (row.places === undefined || row.places instanceof Uint8Array) &&
    (row.shard === undefined || Number.isSafeInteger(row.shard)) &&
    typeof held.id === 'string' &&
    [held.outlet, held.url, held.title, held.byline, held.language, held.summary].every(isText) &&
    (held.published === null || isStamp(held.published)) &&
    (held.modified === undefined || isStamp(held.modified)) &&
    (held.ownerLine === undefined || typeof held.ownerLine === 'string') &&
    isStamp(held.firstSeen) &&
    Number.isFinite(held.words) &&
    isOneOf(held.completeness, ['full', 'summary', 'teaser', 'paywalled', 'unknown']) &&
    isOneOf(held.held, ['text', 'headline-only', 'fingerprint-only']) &&
    (held.counts === undefined || isRecord(held.counts)) &&
    (held.quotations === undefined ||
      (Array.isArray(held.quotations) && held.quotations.every(isQuotation))) &&
    Array.isArray(held.credits) &&
    held.credits.every(isCredit) &&
    isRecord(held.from) &&
    isOneOf(held.from.kind, ['feed', 'page', 'import', 'pack', 'held-page']) &&
    typeof held.from.name === 'string'
  );
}

function isQuotation(value: unknown): boolean {
  return isRecord(value) && typeof value.text === 'string' && isText(value.of);
}

function isCredit(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.kind === 'string' &&
    typeof value.line === 'string' &&
    [value.outlet, value.outletAsPrinted, value.author, value.url].every(isText) &&
    (value.span === null ||
      (isRecord(value.span) && Number.isFinite(value.span.start) && Number.isFinite(value.span.end))) &&
    isOneOf(value.field, ['text', 'title'])
  );
}

function isStamp(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.at === 'string' &&
    isOneOf(value.precision, ['minute', 'day']) &&
    typeof value.from === 'string'
  );
}

function isText(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function areAddresses(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((entry) => typeof entry === 'string' || Number.isSafeInteger(entry))
  );
}

function isOneOf(value: unknown, names: readonly string[]): boolean {
  return typeof value === 'string' && names.includes(value);
}
