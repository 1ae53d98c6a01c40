import type { PreparedArticle } from '@/lib/core/matching/types';
import type { PackManifest } from '@/lib/corpus/packs';

/** A made-up article for tests of the store, which takes keys and terms as they come. */
export function sampleArticle(id: string, change: Partial<Sample> = {}): PreparedArticle {
  const sample: Sample = {
    text: `The ferry named ${id} left the harbour at noon.`,
    keys: [],
    terms: [],
    ...change,
  };
  const kind = sample.held ?? 'text';
  return {
    held: {
      id,
      outlet: sample.outlet ?? 'harbour.example',
      url: sample.url ?? `https://harbour.example/${id}`,
      title: sample.title ?? `Ferry ${id} leaves`,
      byline: 'By Mara Lind',
      published:
        sample.day === null ? null : { at: sample.day ?? '2020-05-01', precision: 'day', from: 'page' },
      firstSeen: { at: '2020-06-01T08:00:00Z', precision: 'minute', from: 'first-seen' },
      language: 'en',
      words: kind === 'headline-only' ? 0 : 9,
      completeness: sample.completeness ?? 'full',
      held: kind,
      summary: sample.summary ?? null,
      credits: [],
      from: sample.from ?? { kind: 'import', name: 'ferries.jsonl' },
    },
    text: kind === 'text' ? sample.text : null,
    keys: Uint32Array.from(sample.keys),
    positions: Uint32Array.from(sample.keys, (_, i) => i * 3),
    levels: new Uint8Array(sample.keys.length),
    terms: Uint32Array.from(sample.terms),
  };
}

export interface Sample {
  text: string;
  keys: readonly number[];
  terms: readonly number[];
  outlet?: string;
  url?: string;
  title?: string;
  summary?: string;
  /** `null`: undated. */
  day?: string | null;
  completeness?: PreparedArticle['held']['completeness'];
  held?: PreparedArticle['held']['held'];
  from?: PreparedArticle['held']['from'];
}

/** A manifest of these shards, told apart by one letter each. */
export function sampleManifest(letters: string): PackManifest {
  return {
    format: 'refrain-pack',
    version: 1,
    kind: 'full-text',
    title: 'River',
    home: null,
    licence: null,
    language: 'en',
    created: null,
    expires: null,
    mirrors: [],
    signed_by: null,
    fingerprint: { scheme: 'fp1', key_bits: 32, level: 'base' },
    counts: { articles: letters.length, outlets: 1, words: 1, keys: 1, oldest: null, newest: null },
    shards: [...letters].map((letter) => ({
      file: `${letter}.rfp.gz`,
      segment: 'undated',
      articles: 1,
      bytes: 1,
      unpacked: 1,
      sha256: letter,
    })),
  };
}
