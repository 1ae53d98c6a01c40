import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packAscending, unpackAscending } from './packed-numbers';
import { indexPostings, postingsOf } from './postings';

const keyLists = fc.array(
  fc.array(
    fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((n) => (n % 2 ? n : n % 50)),
    { maxLength: 30 },
  ),
  {
    maxLength: 20,
  },
);

describe('indexPostings', () => {
  it('lists for each key the documents that have it, as a plain map does', () => {
    fc.assert(
      fc.property(keyLists, (documents) => {
        const index = indexPostings(documents.map((keys) => Uint32Array.from(keys)));
        const plain = new Map<number, number[]>();
        documents.forEach((keys, ref) => {
          for (const key of new Set(keys)) plain.set(key, [...(plain.get(key) ?? []), ref]);
        });
        for (const [key, refs] of plain)
          expect(postingsOf(index, key)).toEqual({ documents: refs.length, refs: Uint32Array.from(refs) });
        expect(index.reduce((sum, { keys }) => sum + keys.length, 0)).toBe(plain.size);
      }),
    );
  });

  it('leaves out the keys that fewer documents have than are asked for, and none else', () => {
    fc.assert(
      fc.property(keyLists, (lists) => {
        const documents = lists.map((keys) => Uint32Array.from(keys));
        const [all, shared] = [indexPostings(documents), indexPostings(documents, 2)];
        for (const key of new Set(lists.flat())) {
          const found = postingsOf(all, key);
          expect(postingsOf(shared, key).documents).toBe(found.documents < 2 ? 0 : found.documents);
          if (found.documents >= 2) expect(postingsOf(shared, key)).toEqual(found);
        }
      }),
    );
  });

  it('answers an unknown key with no documents', () => {
    expect(postingsOf(indexPostings([]), 7)).toEqual({ documents: 0, refs: new Uint32Array(0) });
  });

  it('keeps the count and the first and last documents of a key that very many have', () => {
    const index = indexPostings(Array.from({ length: 5_000 }, () => Uint32Array.of(9)));
    const { documents, refs } = postingsOf(index, 9);
    expect(documents).toBe(5_000);
    expect([refs.length, refs[0], refs.at(-1)]).toEqual([256, 0, 4_999]);
  });
});

describe('packed numbers', () => {
  it('come out as they went in', () => {
    const ascending = fc
      .uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 }))
      .map((list) => Uint32Array.from(list).sort());
    fc.assert(
      fc.property(ascending, (numbers) => {
        expect(unpackAscending(packAscending(numbers))).toEqual(numbers);
      }),
    );
  });
});
