import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { connect, type Latch } from './connection';
import {
  LibraryFromNewerVersionError,
  LibraryFullError,
  LibraryInUseError,
  LibraryShutError,
  LibraryUnavailableError,
} from './errors';
import { openLibrary } from './library';
import { schemaVersion } from './schema';

const now = () => new Date('2020-06-02T10:00:00Z');

function rememberingLatch(): Latch {
  let shut = false;
  return {
    isShut: async () => shut,
    shut: async () => {
      shut = true;
    },
  };
}

/** A database of another version, as another build of the extension would leave it. */
function openRaw(version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('library', version);
    request.onupgradeneeded = () => request.result.createObjectStore(`of version ${version}`);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function failOnce(error: DOMException) {
  return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
    throw error;
  });
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('opening the library', () => {
  it('says so when a newer version made it, and changes nothing', async () => {
    const newer = await openRaw(schemaVersion + 1);
    newer.close();
    await expect(openLibrary({ now })).rejects.toThrow(LibraryFromNewerVersionError);
    const after = await openRaw(schemaVersion + 1);
    expect([...after.objectStoreNames]).toEqual([`of version ${schemaVersion + 1}`]);
  });

  it('says within two seconds that an old tab keeps it from being upgraded', async () => {
    await openRaw(schemaVersion);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = connect('library', rememberingLatch(), schemaVersion + 1).opened();
    const refused = expect(opening).rejects.toThrow(LibraryInUseError);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    await vi.advanceTimersByTimeAsync(2_000);
    await refused;
  });

  it('says that this browser mode keeps nothing', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted.', 'InvalidStateError');
    });
    await expect(openLibrary({ now })).rejects.toThrow(LibraryUnavailableError);
  });
});

describe('an open library', () => {
  it('lets go for the upgrade of a newer version, and then says that it is newer', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a', { keys: [1] })]);
    const newer = await openRaw(schemaVersion + 1);
    newer.close();
    await expect(library.find('a')).rejects.toThrow(LibraryFromNewerVersionError);
  });

  it('opens again when the browser has closed its connection', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a')]);
    failOnce(new DOMException('The database connection is closing.', 'InvalidStateError'));
    expect((await library.find('a'))?.id).toBe('a');
  });

  it('stays shut after a failed write until the browser restarts, without touching the database', async () => {
    const latch = rememberingLatch();
    const library = await openLibrary({ now, latch });
    failOnce(new DOMException('FILE_ERROR_NO_SPACE', 'UnknownError'));
    await expect(library.add([sampleArticle('a')])).rejects.toThrow(LibraryShutError);
    const opened = vi.spyOn(indexedDB, 'open');
    await expect(library.find('a')).rejects.toThrow(LibraryShutError);
    await expect(openLibrary({ now, latch })).rejects.toThrow(LibraryShutError);
    expect(opened).not.toHaveBeenCalled();
    const afterRestart = await openLibrary({ now, latch: rememberingLatch() });
    expect((await afterRestart.counts()).articles).toBe(0);
  });

  it('says when it is full, keeps nothing of that batch, and goes on answering', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a', { keys: [1] })]);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === 'log') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      return put.call(this, value, key);
    });
    await expect(library.add([sampleArticle('b', { keys: [1] })])).rejects.toThrow(LibraryFullError);
    expect(await library.find('b')).toBeNull();
    expect((await library.counts()).articles).toBe(1);
    expect((await library.reader().postings(Uint32Array.of(1)))[0]?.documents).toBe(1);
  });
});
