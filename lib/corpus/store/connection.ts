import { type IDBPDatabase, type IDBPTransaction, openDB, unwrap } from 'idb';
import { LibraryInUseError, LibraryShutError, LibraryUnavailableError, situationOf } from './errors';
import { migrations } from './migrations/all';
import { type LibrarySchema, type StoreName, schemaVersion } from './schema';

/**
 * Remembers, until the browser restarts, that the library must be left alone; see `LibraryShutError`.
 * Asked before the database is opened, not before each transaction: it is opening again that does the harm.
 */
export interface Latch {
  isShut(): Promise<boolean>;
  shut(): Promise<void>;
}

export type LibraryTransaction<Mode extends 'readonly' | 'readwrite'> = IDBPTransaction<
  LibrarySchema,
  StoreName[],
  Mode
>;

interface Opened {
  db: IDBPDatabase<LibrarySchema>;
  dataLoss: boolean;
}

/**
 * How soon a write is safe: `strict` when it lies on the disk, `relaxed` when the system has it. A crash of the system, not of
 * the browser, can take relaxed writes back, the last ones first; a strict one makes those before it safe as well.
 */
export type Durability = 'strict' | 'relaxed';

/** The one way to the database: a write resolves when it is complete, not when its last request succeeded. */
export interface Connection {
  /** Opens the database; `dataLoss`: the browser says that it had to throw away what was there. */
  opened(): Promise<{ dataLoss: boolean }>;
  read<T>(stores: readonly StoreName[], work: (tx: LibraryTransaction<'readonly'>) => Promise<T>): Promise<T>;
  /** `work` may wait for requests of this transaction only; when it throws, nothing is kept. */
  write<T>(
    stores: readonly StoreName[],
    work: (tx: LibraryTransaction<'readwrite'>) => Promise<T>,
    durability?: Durability,
  ): Promise<T>;
  close(): void;
}

/**
 * Puts rows without waiting for each: a put that fails aborts its transaction, and the transaction says why.
 * Goes past `idb` to the plain store, because two listeners and a promise for each of 100,000 rows cost seconds.
 */
export function rowSender<Name extends StoreName>(
  tx: LibraryTransaction<'readwrite'>,
  name: Name,
): (row: LibrarySchema[Name]['value'], key: LibrarySchema[Name]['key']) => void {
  const store = unwrap(tx.objectStore(name));
  return (row, key) => {
    store.put(row, key);
  };
}

/** Rows by key, `undefined` where there is none. */
export function fetchRows<Name extends StoreName>(
  tx: LibraryTransaction<'readonly' | 'readwrite'>,
  name: Name,
  keys: readonly LibrarySchema[Name]['key'][],
): Promise<unknown[]> {
  const store = unwrap(tx.objectStore(name));
  return resultsOf(keys.map((key) => store.get(key)));
}

/** A store, or an index of one, as far as rows are read of it by the range. */
interface RowSource<Key, Query> {
  getAllKeys(query?: Query | IDBKeyRange | null, count?: number): Promise<Key[]>;
  getAll(query?: Query | IDBKeyRange | null, count?: number): Promise<unknown[]>;
}

/** Rows with their keys, ascending, `most` at most. Both are asked for at once, which costs far less than a cursor's way to each. */
export async function keyedRows<Key, Query>(
  source: RowSource<Key, Query>,
  range?: Query | IDBKeyRange | null,
  most?: number,
): Promise<[key: Key, row: unknown][]> {
  const [keys, rows] = await Promise.all([source.getAllKeys(range, most), source.getAll(range, most)]);
  return keys.map((key, i) => [key, rows[i]]);
}

/**
 * Results of many requests of one transaction, in the order they were made. Like `rowSender` for the plain ones: a query reads
 * 200 rows, and a promise and two listeners for each cost more than the reading. A transaction answers in order, so the last
 * answer is waited for; one that fails before ends the transaction, and the last with it.
 */
export function resultsOf<Result>(requests: readonly IDBRequest<Result>[]): Promise<Result[]> {
  return new Promise((resolve, reject) => {
    const last = requests.at(-1);
    if (last === undefined) return resolve([]);
    last.onsuccess = () => resolve(requests.map(({ result }) => result));
    last.onerror = () => reject(last.error);
  });
}

/** How long an upgrade waits for other tabs of ours to let go (they do at once, unless frozen). */
const blockedPatience = 2_000;

/** @param version another one than ours in tests of upgrades. */
export function connect(name: string, latch: Latch, version = schemaVersion): Connection {
  let opening: Promise<Opened> | null = null;
  const forget = () => {
    opening = null;
  };

  let closed = false;
  const open = async () => {
    if (closed) throw new Error('The library was closed.');
    if (opening === null) {
      const attempt = openLatched(name, version, latch, forget);
      opening = attempt;
      attempt.catch(() => {
        if (opening === attempt) forget();
      });
    }
    return await opening;
  };

  /** The browser may close a connection at any time; then one more is opened. */
  const start = async <Mode extends 'readonly' | 'readwrite'>(
    stores: readonly StoreName[],
    mode: Mode,
    durability: Durability,
  ) => {
    const { db } = await open();
    const known = opening;
    try {
      return db.transaction([...stores], mode, { durability });
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'InvalidStateError') throw error;
      if (opening === known) forget();
      return (await open()).db.transaction([...stores], mode, { durability });
    }
  };

  const transact = async <Mode extends 'readonly' | 'readwrite', T>(
    stores: readonly StoreName[],
    mode: Mode,
    durability: Durability,
    work: (tx: LibraryTransaction<Mode>) => Promise<T>,
  ): Promise<T> => {
    const tx = await start(stores, mode, durability).catch((error: unknown) => refuse(error, latch, forget));
    const ended = tx.done.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    try {
      const result = await work(tx);
      // What was read is at hand; waiting for the end of the transaction would cost one more way to the database and back.
      if (mode === 'readonly') return result;
      const failure = await ended;
      if (failure) throw failure.error;
      return result;
    } catch (error) {
      abort(tx);
      const failure = await ended;
      // An aborted transaction says why; the request that failed first only says that it was aborted.
      return await refuse(isAbort(error) && failure ? failure.error : error, latch, forget);
    }
  };

  return {
    opened: async () => {
      const { dataLoss } = await open();
      return { dataLoss };
    },
    read: (stores, work) => transact(stores, 'readonly', 'relaxed', work),
    write: (stores, work, durability = 'strict') => transact(stores, 'readwrite', durability, work),
    close: () => {
      closed = true;
      opening?.then(
        ({ db }) => db.close(),
        () => undefined,
      );
      forget();
    },
  };
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch (error) {
    // It had ended already, which is what was wanted.
    if (!(error instanceof Error) || error.name !== 'InvalidStateError') throw error;
  }
}

async function refuse(error: unknown, latch: Latch, forget: () => void): Promise<never> {
  const situation = situationOf(error);
  if (situation instanceof LibraryShutError) {
    forget();
    await latch.shut();
  }
  throw situation;
}

async function openLatched(name: string, version: number, latch: Latch, lost: () => void): Promise<Opened> {
  if (await latch.isShut()) throw new LibraryShutError();
  try {
    return await openDatabase(name, version, lost);
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidStateError')
      throw new LibraryUnavailableError(error);
    return await refuse(error, latch, lost);
  }
}

/** Settles within two seconds of being blocked; a connection that comes later is closed at once. */
function openDatabase(name: string, version: number, lost: () => void): Promise<Opened> {
  return new Promise((resolve, reject) => {
    let dataLoss = false;
    let impatience: ReturnType<typeof setTimeout> | undefined;
    let givenUp = false;
    const opening = openDB<LibrarySchema>(name, version, {
      upgrade: (db, from, _to, tx, event) => {
        dataLoss = 'dataLoss' in event && event.dataLoss === 'total';
        for (const migration of migrations) if (migration.to > from) migration.run(db, tx);
      },
      blocked: () => {
        impatience = setTimeout(() => {
          givenUp = true;
          reject(new LibraryInUseError());
        }, blockedPatience);
      },
      // A newer version wants to upgrade: let go at once, the next verb opens again.
      blocking: (_current, _wanted, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        lost();
      },
      terminated: lost,
    });
    opening.then((db) => {
      clearTimeout(impatience);
      if (givenUp) db.close();
      else resolve({ db, dataLoss });
    }, reject);
  });
}
