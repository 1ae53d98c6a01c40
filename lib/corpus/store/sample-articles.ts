import type { PreparedArticle } from '@/lib/core/matching/types';

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
