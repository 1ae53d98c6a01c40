/** Bytes read from the database, by what they are. */
export interface Reads {
  blocks: number;
  log: number;
  records: number;
  texts: number;
  other: number;
}

const kinds: Readonly<Record<string, keyof Reads>> = {
  keyBlocks: 'blocks',
  termBlocks: 'blocks',
  log: 'log',
  articles: 'records',
  bodies: 'texts',
};

/** Counts what every `get` and `getAll` of this worker brings, until it is stopped. */
export function countReads(): { taken(): Reads; stop(): void } {
  let reads = none();
  const { get, getAll } = IDBObjectStore.prototype;
  const counted = <T>(store: IDBObjectStore, request: IDBRequest<T>): IDBRequest<T> => {
    request.addEventListener('success', () => {
      reads[kinds[store.name] ?? 'other'] += bytesOf(request.result);
    });
    return request;
  };
  IDBObjectStore.prototype.get = function (this: IDBObjectStore, ...args) {
    return counted(this, get.apply(this, args));
  };
  IDBObjectStore.prototype.getAll = function (this: IDBObjectStore, ...args) {
    return counted(this, getAll.apply(this, args));
  };
  return {
    taken() {
      const taken = reads;
      reads = none();
      return taken;
    },
    stop() {
      IDBObjectStore.prototype.get = get;
      IDBObjectStore.prototype.getAll = getAll;
    },
  };
}

const none = (): Reads => ({ blocks: 0, log: 0, records: 0, texts: 0, other: 0 });

/** About what a value takes as the browser stores it: bytes, a character as one, numbers and names of fields as eight. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return 8;
  if (typeof value !== 'object' || value === null) return 1;
  let bytes = 0;
  for (const [name, part] of Object.entries(value))
    bytes += (Array.isArray(value) ? 0 : name.length) + bytesOf(part);
  return bytes;
}
