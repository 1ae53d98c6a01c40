import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBlock } from './block';
import { findInBlock, visitBlock } from './block-read';
import { type KeyLists, ListBuilder } from './key-lists';

type List = { key: number; documents: number; entries: number[] };

const key = fc.oneof(fc.nat(50), fc.nat(0xffffffff), fc.constantFrom(0, 0xffffffff));
const entries = fc
  .uniqueArray(fc.oneof(fc.nat(40), fc.nat(2_000_000), fc.nat(0x7fffffff)), { minLength: 1, maxLength: 40 })
  .map((list) => list.sort((a, b) => a - b));
const lists = fc
  .uniqueArray(fc.record({ key, entries, unlisted: fc.constantFrom(0, 0, 1, 70_000) }), {
    selector: (list) => list.key,
    maxLength: 30,
  })
  .map((all) =>
    all
      .sort((a, b) => a.key - b.key)
      .map(({ key, entries, unlisted }): List => ({ key, entries, documents: entries.length + unlisted })),
  );

function flat(all: readonly List[]): KeyLists {
  const builder = new ListBuilder('terms');
  for (const { key, documents, entries } of all) {
    builder.begin(key);
    for (const entry of entries) builder.entry(entry);
    builder.end(documents);
  }
  return builder.lists();
}

function read(bytes: Uint8Array, lowest: number): List[] | null {
  const found: List[] = [];
  const whole = visitBlock(bytes, lowest, {
    begin: (key) => {
      found.push({ key, documents: 0, entries: [] });
    },
    entry: (entry) => {
      found.at(-1)!.entries.push(entry);
    },
    end: (documents) => {
      found.at(-1)!.documents = documents;
    },
  });
  return whole ? found : null;
}

describe('a block', () => {
  it('gives back the lists that were written', () => {
    fc.assert(
      fc.property(lists, fc.boolean(), (all, halved) => {
        const written = halved
          ? all.map((list) => ({ ...list, entries: list.entries.filter((entry) => entry % 2 === 0) }))
          : all;
        const kept = written.filter(({ entries }) => entries.length > 0);
        const lowest = Math.min(...kept.map(({ key }) => key), 0xffffffff);
        const bytes = encodeBlock(flat(kept), 0, kept.length, lowest);
        expect(read(bytes, lowest)).toEqual(kept);
      }),
    );
  });

  it('gives the lists of keys that are looked up, and none for keys that are not there', () => {
    fc.assert(
      fc.property(lists, fc.array(key, { maxLength: 5 }), (all, others) => {
        const bytes = encodeBlock(flat(all), 0, all.length, 0);
        const keys = [...all.filter((_, i) => i % 2 === 0).map(({ key }) => key), ...others, 7];
        const wanted = [...new Set(keys)].sort((a, b) => a - b);
        const expected = all.filter(({ key }) => wanted.includes(key));
        const found = [...findInBlock(bytes, 0, wanted)!].map(
          ([key, { documents, entries }]): List => ({ key, documents, entries: [...entries] }),
        );
        expect(found.sort((a, b) => a.key - b.key)).toEqual(expected);
      }),
    );
  });

  it('is refused with any byte changed or cut off', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.integer({ min: 1, max: 255 }), (all, place, change) => {
        const bytes = encodeBlock(flat(all), 0, all.length, 0);
        const changed = bytes.slice();
        changed[place % bytes.length]! ^= change;
        expect(read(changed, 0)).toBeNull();
        expect(findInBlock(changed, 0, [5])).toBeNull();
        expect(read(bytes.slice(0, place % bytes.length), 0)).toBeNull();
      }),
    );
  });

  it('takes less than half of the plain arrays for evenly spread keys of one document', () => {
    const all = Array.from({ length: 256 }, (_, i) => ({
      key: i * 512 + ((i * 7919) % 512),
      documents: 1,
      entries: [((i * 104_729) % 100_000) * 2],
    }));
    expect(encodeBlock(flat(all), 0, all.length, 0).length).toBeLessThan((256 * 8) / 2);
  });
});

describe('a list longer than its cap', () => {
  it('keeps its first and last entries and goes on counting all documents', () => {
    const builder = new ListBuilder('keys');
    builder.begin(9);
    for (let i = 0; i < 1_000; i++) builder.entry(i * 2);
    builder.end(1_000);
    const { entries, documents } = builder.lists();
    expect([...documents]).toEqual([1_000]);
    expect(entries.length).toBe(256);
    expect([entries[0], entries[127], entries[128], entries[255]]).toEqual([0, 254, 1_744, 1_998]);
  });
});
