import { joined } from '@/lib/corpus/bytes';

/**
 * Unpacks gzip bytes, checksum included; `null` when they are broken or unpack to more than `most` bytes.
 * Stops reading as soon as the limit is passed, so a file made to swell costs no more than the limit.
 */
export async function unzip(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        await reader.cancel();
        return null;
      }
      chunks.push(value);
    }
  } catch (error) {
    // The stream reports broken gzip data as a TypeError.
    if (error instanceof TypeError) return null;
    throw error;
  }
  return joined(chunks);
}
