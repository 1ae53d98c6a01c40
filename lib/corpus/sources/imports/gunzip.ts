import { Gunzip } from 'fflate';
import { BrokenFile } from './broken-file';
import type { Chunks } from './chunks';

/** Text packs to a tenth; what swells to this many times its size, and past `freely` bytes, is made to fill memory. */
const swelling = { times: 100, freely: 64_000_000 };
/** Packed bytes worked on at once, so that what one piece unpacks to stays small. */
const piece = 16_384;

/**
 * Unpacks gzip of any number of members (a WARC has one for each record), piece by piece.
 * `DecompressionStream` stops after the first member in some browsers, hence the library.
 *
 * @throws BrokenFile where the data is damaged, ends early or swells beyond belief.
 */
export async function* unpacked(packed: Chunks): Chunks {
  const out: Uint8Array[] = [];
  let came = 0;
  let made = 0;
  const gunzip = new Gunzip((chunk) => {
    if (chunk.length > 0) out.push(chunk);
    made += chunk.length;
  });
  const push = (bytes: Uint8Array, last: boolean) => {
    came += bytes.length;
    try {
      gunzip.push(bytes, last);
    } catch (error) {
      throw new BrokenFile(last ? endsEarly : damaged, { cause: error });
    }
    if (made > swelling.freely && made > swelling.times * came) throw new BrokenFile(swells);
  };
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += piece) {
      push(chunk.subarray(at, at + piece), false);
      yield* out.splice(0);
    }
  }
  push(new Uint8Array(0), true);
  yield* out.splice(0);
}

const damaged = 'the gzip data is broken from here on. Get the file again.';
const endsEarly = 'the gzip data ends early. Get the file again.';
const swells = `the gzip data swells to more than ${swelling.times} times its size, so the rest was not unpacked. Unpack the file yourself if you trust it.`;
