import * as v from 'valibot';
import { outletEditsSchema } from '@/lib/core/article';
import type { PackRefused } from './types';

/** The newest format this program writes and reads; a higher number in a pack is refused, not guessed at. */
export const packVersion = 1;
export const manifestName = 'manifest.json';
/** The file beside a signed pack's manifest: 64 bytes, Ed25519 over the manifest's bytes. */
export const signatureName = 'manifest.sig';
/** Longest manifest read, in bytes: ten years of daily segments need about 1 MB. */
export const longestManifest = 8_000_000;
/** Longest shard as stored and as unpacked, in bytes. */
export const longestShard = { stored: 32_000_000, unpacked: 128_000_000 };

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
const day = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)));
const words = v.nullable(v.pipe(v.string(), v.maxLength(1_000)));
const address = v.pipe(v.string(), v.maxLength(2_048), v.regex(/^https?:\/\//));
/** A public key: 32 bytes in base64. */
const publicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/));

const shardSchema = v.object({
  /** Names are flat and plain, so that a pack can never point outside of itself. */
  file: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9][a-z0-9._-]{0,99}$/),
    v.notValue(manifestName),
    v.notValue(signatureName),
  ),
  segment: v.pipe(v.string(), v.regex(/^(?:\d{4}(?:-\d{2}){0,2}|undated)$/)),
  articles: v.pipe(count, v.minValue(1)),
  bytes: v.pipe(count, v.maxValue(longestShard.stored)),
  unpacked: v.pipe(count, v.maxValue(longestShard.unpacked)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const manifestSchema = v.object({
  format: v.literal('refrain-pack'),
  version: v.literal(packVersion),
  kind: v.picklist(['full-text', 'evidence', 'fingerprint-only']),
  title: words,
  home: words,
  licence: words,
  language: words,
  created: day,
  expires: day,
  /** Folders that hold the same files, to be asked when the pack's own address does not answer. */
  mirrors: v.optional(v.pipe(v.array(address), v.maxLength(10)), []),
  /** Who signs the manifest; then a reader refuses it without a `manifest.sig` that fits. */
  signed_by: v.optional(v.nullable(publicKey), null),
  /** What its maker says of outlets: of such as no table here has. */
  outlets: v.optional(outletEditsSchema),
  fingerprint: v.object({ scheme: v.literal('fp1'), key_bits: v.literal(32), level: v.literal('base') }),
  counts: v.object({ articles: count, outlets: count, words: count, keys: count, oldest: day, newest: day }),
  shards: v.pipe(
    v.array(shardSchema),
    v.maxLength(20_000),
    v.check((shards) => new Set(shards.map((shard) => shard.file)).size === shards.length),
    v.check((shards) => new Set(shards.map((shard) => shard.sha256)).size === shards.length),
  ),
});

/** What a pack says of itself; `docs/pack-format.md` explains each key. */
export type PackManifest = v.InferOutput<typeof manifestSchema>;
export type PackShard = v.InferOutput<typeof shardSchema>;

/** Bytes of a pack's articles as they are stored and fetched; manifest and signature not counted. */
export function bytesOfShards({ shards }: Pick<PackManifest, 'shards'>): number {
  return shards.reduce((sum, shard) => sum + shard.bytes, 0);
}

/** Reads a pack's manifest. Keys that are not known are passed over; a newer version is refused in plain words. */
export function readManifest(bytes: Uint8Array): { status: 'read'; manifest: PackManifest } | PackRefused {
  if (bytes.length > longestManifest) return refused('it is longer than a manifest can be');
  const value = parse(bytes);
  if (value === undefined) return refused('it is not whole JSON');
  const version = v.safeParse(v.object({ format: v.literal('refrain-pack'), version: v.number() }), value);
  if (!version.success) return refused('it does not call itself a Refrain pack');
  if (version.output.version > packVersion) {
    return {
      status: 'refused',
      where: manifestName,
      why: `this pack is of format version ${version.output.version}; this Refrain reads version ${packVersion}. Update Refrain, or ask the pack's maker for version ${packVersion}.`,
    };
  }
  const parsed = v.safeParse(manifestSchema, value, { abortEarly: true });
  if (!parsed.success) {
    const place = v.getDotPath(parsed.issues[0]) ?? 'the whole';
    return refused(`"${place}" is not as the format says`);
  }
  const { counts, shards } = parsed.output;
  const inShards = shards.reduce((sum, shard) => sum + shard.articles, 0);
  if (inShards !== counts.articles) return refused('its counts do not agree with its shards');
  return { status: 'read', manifest: parsed.output };
}

/** The manifest as it is written: readable, and the same bytes for the same pack. */
export function manifestBytes(manifest: PackManifest): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    // Not UTF-8 or not JSON: the caller refuses it in words.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function refused(what: string): PackRefused {
  return {
    status: 'refused',
    where: manifestName,
    why: `the manifest cannot be read: ${what}. Get the pack again, or tell its maker.`,
  };
}
