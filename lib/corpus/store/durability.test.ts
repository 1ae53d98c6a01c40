import 'fake-indexeddb/auto';
import { IDBDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { openLibrary } from './library';

/** Opens a library, and tells in order what is written: into the database, by how safe it is, and the note outside of it. */
async function opened() {
  const written: string[] = [];
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args: Parameters<IDBDatabase['transaction']>
  ) {
    const [, mode, options] = args;
    if (mode === 'readwrite') written.push(options?.durability ?? 'default');
    return transaction.apply(this, args);
  });
  const library = await openLibrary({
    now: () => new Date('2020-06-02T10:00:00Z'),
    sentinel: {
      read: async () => null,
      write: async ({ articles }) => {
        written.push(`note of ${articles}`);
      },
    },
  });
  return { library, written };
}

const samples = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => sampleArticle(`n${from + i}`));

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('what is written', () => {
  it('is on disk when one batch was added', async () => {
    const { library, written } = await opened();
    await library.add(samples(2));
    expect(written).toEqual(['strict', 'note of 2']);
  });

  it('is on disk when several were, and only then noted', async () => {
    const { library, written } = await opened();
    await library.add(samples(600));
    expect(written).toEqual(['relaxed', 'relaxed', 'relaxed', 'strict', 'note of 600']);
  });

  it('is on disk at the end of work in bulk, whatever came in it', async () => {
    const { library, written } = await opened();
    const row = await library.imports.begin({ began: '2020-06-02T10:00:00Z', files: [] });
    written.length = 0;
    await library.inBulk(() => library.imports.add(samples(3), row.number, new Set(), () => row));
    expect(written).toEqual(['relaxed', 'strict', 'note of 3']);
  });
});
