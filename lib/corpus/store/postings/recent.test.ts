import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { type Library, openLibrary } from '../library';

const open = () => openLibrary({ now: () => new Date('2020-06-02T10:00:00Z') });
const refsOf = async (library: Library, key: number) => {
  const [postings] = await library.reader().postings(Uint32Array.of(key));
  return [...postings!.refs];
};

/** Numbers of the log's records that are read from now on. */
function readRecords(): unknown[] {
  const read: unknown[] = [];
  const { get } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    if (this.name === 'log') read.push(key);
    return get.call(this, key);
  });
  return read;
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the log', () => {
  it('is not read by the library that wrote it', async () => {
    const library = await open();
    const read = readRecords();
    await library.add([sampleArticle('a', { keys: [1] })]);
    await library.add([sampleArticle('b', { keys: [1, 2] })]);
    expect(await refsOf(library, 1)).toEqual([1, 2]);
    await library.add([sampleArticle('c', { keys: [2] })]);
    expect(await refsOf(library, 2)).toEqual([2, 3]);
    expect(read).toEqual([]);
  });

  it('is read again where another one wrote', async () => {
    const [library, other] = [await open(), await open()];
    const read = readRecords();
    await library.add([sampleArticle('a', { keys: [1] })]);
    await other.add([sampleArticle('b', { keys: [1] })]);
    expect(await refsOf(library, 1)).toEqual([1, 2]);
    await library.add([sampleArticle('c', { keys: [1] })]);
    expect(await refsOf(other, 1)).toEqual([1, 2, 3]);
    await other.deleteAll();
    await other.add([sampleArticle('d', { keys: [7] }), sampleArticle('e', { keys: [1] })]);
    expect(await refsOf(library, 7)).toHaveLength(1);
    expect(read.length).toBeGreaterThanOrEqual(3);
  });

  it('is kept as it lies on disk where a write came to nothing', async () => {
    const library = await open();
    await library.add([sampleArticle('a', { keys: [1] })]);
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
      if (this.name === 'state') throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, row, key);
    });
    await expect(library.add([sampleArticle('b', { keys: [1] })])).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await refsOf(library, 1)).toEqual([1]);
    await library.add([sampleArticle('c', { keys: [1, 2] })]);
    expect(await refsOf(library, 1)).toEqual([1, 2]);
    expect(await refsOf(library, 2)).toEqual([2]);
  });
});
