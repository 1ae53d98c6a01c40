import { sha256 } from '@/lib/corpus/bytes';
import { longestShard, type PackShard, packVersion } from './manifest';
import { articleOfRecord, type PackRecord, parseRecord, recordLine } from './record';
import type { PackedArticle, PackKind, PackRefused } from './types';
import { unzip } from './unzip';
import { readDeltas, writeDeltas } from './varint';

/*
 * A shard holds the articles of one segment (or a part of them). Unpacked it is, little-endian:
 *
 *   0  "RFRP"   4 u16 version   6 u8 kind   7 u8 bytes of a key (4)
 *   8  u32 articles   12 u32 bytes of records   16 u32 keys   20 u32 bytes of positions   24 u32 terms   28 u32 zero
 *   32 records, one JSON object and a line feed each │ keys, u32 each │ positions, varint │ terms, u32 each
 *
 * Keys, positions and terms stand in the order of the records, which say how many of them are theirs.
 */
const magic = 0x50524652;
const headerBytes = 32;
const kinds: readonly PackKind[] = ['full-text', 'evidence', 'fingerprint-only'];

/** An article's four pieces of a shard, ready to be put beside those of others. */
export interface EncodedArticle {
  record: Uint8Array;
  keys: Uint8Array;
  positions: Uint8Array;
  terms: Uint8Array;
}

const encoder = new TextEncoder();

/** Encodes one article for packs of this kind, with the keys of the base winnowing level only. */
export function encodeArticle(packed: PackedArticle, kind: PackKind): EncodedArticle {
  const { keys, positions, levels, terms } = packed.prepared;
  const baseKeys = ofBase(keys, levels);
  return {
    record: encoder.encode(`${recordLine(packed, kind, baseKeys.length)}\n`),
    keys: bytesOf(baseKeys),
    positions: writeDeltas(ofBase(positions, levels)),
    terms: bytesOf(terms),
  };
}

/** Those of the numbers beside levels that are of the base level. */
function ofBase(numbers: Uint32Array, levels: Uint8Array): Uint32Array {
  const found = new Uint32Array(numbers.length);
  let count = 0;
  for (let i = 0; i < numbers.length; i++) if (levels[i] === 0) found[count++] = numbers[i]!;
  return found.subarray(0, count);
}

/** Joins articles into one shard, as it is before gzip. The same articles give the same bytes. */
export function encodeShard(articles: readonly EncodedArticle[], kind: PackKind): Uint8Array<ArrayBuffer> {
  const parts = (['record', 'keys', 'positions', 'terms'] as const).map((part) =>
    articles.map((article) => article[part]),
  );
  const [records = 0, keys = 0, positions = 0, terms = 0] = parts.map((part) =>
    part.reduce((sum, piece) => sum + piece.length, 0),
  );
  const whole = new Uint8Array(headerBytes + records + keys + positions + terms);
  const header = new DataView(whole.buffer);
  header.setUint32(0, magic, true);
  header.setUint16(4, packVersion, true);
  header.setUint8(6, kinds.indexOf(kind) + 1);
  header.setUint8(7, 4);
  [articles.length, records, keys / 4, positions, terms / 4].forEach((value, index) => {
    header.setUint32(8 + 4 * index, value, true);
  });
  let at = headerBytes;
  for (const piece of parts.flat()) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** What reading a shard gives: all its articles or none. */
export type ShardOutcome = { status: 'read'; articles: PackedArticle[] } | PackRefused;

/**
 * Reads one shard after checking it against the manifest: length, SHA-256, version, kind, counts and every record.
 * Anything that does not agree refuses the whole shard, by name.
 */
export async function readShard(
  bytes: Uint8Array<ArrayBuffer>,
  shard: PackShard,
  pack: { kind: PackKind; packName: string; now: Date },
): Promise<ShardOutcome> {
  const refuse = (what: string): PackRefused => ({
    status: 'refused',
    where: shard.file,
    why: `${what}. Nothing of it was taken. Get the pack again, or tell its maker.`,
  });
  if (bytes.length !== shard.bytes) {
    return refuse(`the file has ${bytes.length} bytes, its manifest says ${shard.bytes}`);
  }
  if ((await sha256(bytes)) !== shard.sha256) {
    return refuse('the file is not the one its manifest names (SHA-256 differs)');
  }
  const whole = await unzip(bytes, Math.min(shard.unpacked, longestShard.unpacked));
  if (whole === null || whole.length !== shard.unpacked) {
    return refuse('the file cannot be unpacked to what its manifest says');
  }
  const parts = partsOf(whole, pack.kind);
  if (typeof parts === 'string') return refuse(parts);
  if (parts.records.length !== shard.articles) {
    return refuse(`it holds ${parts.records.length} articles, its manifest says ${shard.articles}`);
  }
  const articles = articlesOf(parts, pack);
  return articles === null ? refuse('its fingerprints do not fit its records') : { status: 'read', articles };
}

interface Parts {
  records: PackRecord[];
  keys: Uint32Array;
  positions: Uint8Array;
  terms: Uint32Array;
}

/** The four parts of an unpacked shard, or what is wrong with it. */
function partsOf(whole: Uint8Array<ArrayBuffer>, kind: PackKind): Parts | string {
  if (whole.length < headerBytes) return 'it is too short';
  const header = new DataView(whole.buffer, whole.byteOffset, headerBytes);
  if (header.getUint32(0, true) !== magic) return 'it is not a shard of a Refrain pack';
  if (header.getUint16(4, true) !== packVersion) {
    return `it is of format version ${header.getUint16(4, true)}, its manifest of version ${packVersion}`;
  }
  if (kinds[header.getUint8(6) - 1] !== kind) return 'it is of another kind than its manifest says';
  if (header.getUint8(7) !== 4) return 'its keys are not of 32 bits';
  const numbers = [8, 12, 16, 20, 24].map((at) => header.getUint32(at, true));
  const [count = 0, recordBytes = 0, keys = 0, positionBytes = 0, terms = 0] = numbers;
  if (headerBytes + recordBytes + 4 * keys + positionBytes + 4 * terms !== whole.length) {
    return 'its parts do not add up to its length';
  }
  const records = recordsOf(whole.subarray(headerBytes, headerBytes + recordBytes), count);
  if (records === null) return 'a record in it is not as the format says';
  const keysAt = headerBytes + recordBytes;
  const positionsAt = keysAt + 4 * keys;
  return {
    records,
    keys: numbersOf(whole, keysAt, keys),
    positions: whole.subarray(positionsAt, positionsAt + positionBytes),
    terms: numbersOf(whole, positionsAt + positionBytes, terms),
  };
}

function recordsOf(bytes: Uint8Array, count: number): PackRecord[] | null {
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.pop() !== '' || lines.length !== count) return null;
  const records: PackRecord[] = [];
  for (const line of lines) {
    const record = parseRecord(line);
    if (record === null) return null;
    records.push(record);
  }
  return records;
}

function articlesOf(parts: Parts, from: { packName: string; now: Date }): PackedArticle[] | null {
  const articles: PackedArticle[] = [];
  let [key, term, byte] = [0, 0, 0];
  for (const record of parts.records) {
    const read = readDeltas(parts.positions, byte, record.keys);
    if (read === null || key + record.keys > parts.keys.length || term + record.terms > parts.terms.length) {
      return null;
    }
    if ((read.numbers.at(-1) ?? 0) > record.words) return null;
    const found = {
      keys: parts.keys.slice(key, key + record.keys),
      positions: read.numbers,
      levels: new Uint8Array(record.keys),
      terms: parts.terms.slice(term, term + record.terms),
    };
    articles.push(articleOfRecord(record, found, from));
    [key, term, byte] = [key + record.keys, term + record.terms, read.end];
  }
  const allRead = key === parts.keys.length && term === parts.terms.length && byte === parts.positions.length;
  return allRead ? articles : null;
}

/** Little-endian bytes of 32-bit numbers, whatever the machine's own order. */
function bytesOf(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(4 * numbers.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < numbers.length; i++) view.setUint32(4 * i, numbers[i]!, true);
  return bytes;
}

function numbersOf(bytes: Uint8Array, at: number, count: number): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, 4 * count);
  return Uint32Array.from({ length: count }, (_, index) => view.getUint32(4 * index, true));
}
