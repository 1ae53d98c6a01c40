import { joined } from '@/lib/corpus/bytes';

/** Bytes of a file in the order they lie there, in pieces of any size. */
export type Chunks = AsyncIterable<Uint8Array>;

/** What a file of the reader's holds; when nobody wants more of it, its reading is given up. */
export async function* chunksOf(content: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = content.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

/** The first bytes of a stream (`wanted` of them, fewer in a shorter one), and the stream as if it had not been looked at. */
export async function lookAhead(chunks: Chunks, wanted: number): Promise<{ head: Uint8Array; all: Chunks }> {
  const source = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < wanted) {
    const next = await source.next();
    if (next.done) break;
    seen.push(next.value);
    length += next.value.length;
  }
  return { head: joined(seen).subarray(0, wanted), all: resumed(seen, source) };
}

async function* resumed(seen: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): Chunks {
  try {
    yield* seen;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** A whole stream as one piece; `null` when it is longer than `most` bytes. */
export async function wholeOf(chunks: Chunks, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) return null;
    parts.push(chunk);
  }
  return joined(parts);
}
