import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { connect } from '../connection';
import { openLibrary } from '../library';
import { defaultLimits } from '../limits';
import { skippedRows } from '../skipped';
import { sliceMerger } from './merge';
import { recentCache } from './recent';

const now = () => new Date('2020-06-02T10:00:00Z');
const key = (i: number) => Math.imul(i + 1, 0x9e3779b1) >>> 0;
const latch = { isShut: async () => false, shut: async () => undefined };
const limits = {
  ...defaultLimits,
  logArticles: 1,
  postingsABlock: 1,
  blocksASlice: 1,
  blocksASliceWhenAsked: 1,
};

/** A context of its own that merges the library slice by slice. */
function merger() {
  const connection = connect('library', latch);
  const skipped = skippedRows();
  const merge = sliceMerger(connection, recentCache(skipped), skipped, limits);
  const state = () => connection.read(['state'], (tx) => tx.objectStore('state').get('library'));
  return { merge, state };
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

test.each([
  ['by one', 1],
  ['by two in turn, each with the next slice worked out that the other did meanwhile', 2],
])('everything is merged once, %s', async (_, count) => {
  const library = await openLibrary({ now });
  await library.add(Array.from({ length: 60 }, (_, i) => sampleArticle(`n${i}`, { keys: [key(i)] })));
  const mergers = Array.from({ length: count }, merger);
  let left = 'some';
  for (let turn = 0; left !== 'none'; turn++) left = await mergers[turn % count]!.merge(false);
  expect(await mergers[0]!.state()).toMatchObject({ log: [], merging: null, postings: { keys: 60 } });
  for (let i = 0; i < 60; i++) {
    const [postings] = await library.reader().postings(Uint32Array.of(key(i)));
    expect([...postings!.refs]).toEqual([i + 1]);
  }
});
