import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Connection, connect } from './connection';
import { sharedRead } from './shared-read';

const openLatch = { isShut: async () => false, shut: async () => undefined };

let connection: Connection;

/** How many transactions are begun from now on. */
function countTransactions(): () => number {
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction').mockClear();
  return () => begun.mock.calls.length;
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  connection = connect('library', openLatch);
  await connection.opened();
});

describe('shared reads', () => {
  it('are one transaction, beside each other and one after the other', async () => {
    const read = sharedRead(connection);
    const begun = countTransactions();
    const years = () => read((tx) => tx.objectStore('years').getAllKeys());
    const refs = () => read((tx) => tx.objectStore('articles').getAllKeys());
    expect(await Promise.all([years(), refs()])).toEqual([[], []]);
    await refs();
    await years();
    expect(begun()).toBe(1);
  });

  it('go on in a new one once the browser has ended it, and see what was written meanwhile', async () => {
    const read = sharedRead(connection);
    const years = () => read((tx) => tx.objectStore('years').getAllKeys());
    await years();
    await connection.write(['years'], (tx) => tx.objectStore('years').put(new Uint32Array(372), '2020'));
    const begun = countTransactions();
    expect(await Promise.all([years(), years()])).toEqual([['2020'], ['2020']]);
    await nextTask();
    expect(await years()).toEqual(['2020']);
    expect(begun()).toBe(2);
  });

  it('do not fail for what ended the transaction of another', async () => {
    const read = sharedRead(connection);
    const failing = read(async (tx) => {
      tx.abort();
      throw new Error('of this one alone');
    });
    const other = read((tx) => tx.objectStore('years').getAllKeys());
    await expect(failing).rejects.toThrow('of this one alone');
    expect(await other).toEqual([]);
  });

  it('fail once the library was closed', async () => {
    const read = sharedRead(connection);
    connection.close();
    await expect(read((tx) => tx.objectStore('years').getAllKeys())).rejects.toThrow('closed');
  });
});
