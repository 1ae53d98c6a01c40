import { deflateSync } from 'fflate';
import { joined } from '@/lib/corpus/bytes';

/** How an article's text lies in its row. `deflate` is raw DEFLATE of UTF-8; `plain` where that does not pay or is not there. */
export type StoredText =
  | { form: 'plain'; text: string }
  | { form: 'deflate'; bytes: Uint8Array<ArrayBuffer> };

/** Below this many UTF-16 units a compressed text is hardly smaller than the plain one. */
const worthCompressing = 400;

/**
 * By fflate, at once: the making of a stream takes as long as its work where a text is short. A small table and few places
 * looked at take half the time of what fflate does unasked, and are no larger for it.
 */
const compression = { level: 3, mem: 0 } as const;

/**
 * Compresses a text for keeping: 4 kB of news become about 2 kB.
 * Lone surrogates cannot pass through UTF-8, so a text that has any is kept plain and comes back unchanged.
 */
export function packText(text: string): StoredText {
  if (text.length < worthCompressing || typeof DecompressionStream === 'undefined' || !text.isWellFormed()) {
    return { form: 'plain', text };
  }
  return { form: 'deflate', bytes: deflateSync(encoder.encode(text), compression) };
}

const encoder = new TextEncoder();

/** @returns the text, or `null` when the row does not hold one that can be read. */
export async function unpackText(stored: unknown): Promise<string | null> {
  if (typeof stored !== 'object' || stored === null || !('form' in stored)) return null;
  if (stored.form === 'plain' && 'text' in stored && typeof stored.text === 'string') return stored.text;
  if (stored.form !== 'deflate' || !('bytes' in stored) || !(stored.bytes instanceof Uint8Array)) return null;
  try {
    const bytes = await through(new DecompressionStream('deflate-raw'), new Uint8Array(stored.bytes));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // Damaged bytes: for the caller the same as no text, and counted as a skipped row. Anything else is a fault of ours.
    if (error instanceof TypeError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

/** Bytes the stored form takes, for the storage meter; one byte a unit for plain text is the browser's usual. */
export function storedBytes(stored: StoredText): number {
  return stored.form === 'plain' ? stored.text.length : stored.bytes.length;
}

async function through(
  stream: { readable: ReadableStream<Uint8Array>; writable: WritableStream<BufferSource> },
  input: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  const written = Promise.all([writer.write(input), writer.close()]);
  const [, bytes] = await Promise.all([written, readAll(stream.readable)]);
  return bytes;
}

/** Reading the parts by hand is twice as fast as `new Response(stream).arrayBuffer()`. */
async function readAll(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
  }
  return joined(parts);
}
