import { joined } from '@/lib/corpus/bytes';
import type { Chunks } from './chunks';
import { decodeText } from './decode';

/** Longest line in bytes: an article record at its caps, with every character escaped. */
const longestLine = 16 * 1024 * 1024;

/**
 * A text file as pieces that end where a line ends. Each piece is UTF-8, or Windows-1252 where it is not that; a file
 * that begins with the mark of UTF-16 is read as such. `null` stands for a line longer than any article can be.
 */
export async function* textPieces(chunks: Chunks): AsyncGenerator<string | null> {
  let utf16: TextDecoder | null | undefined;
  let first = true;
  for await (const bytes of wholeLines(chunks)) {
    if (bytes === null) {
      yield null;
      continue;
    }
    utf16 ??= null;
    if (first) utf16 = utf16Of(bytes);
    const text = utf16 ? utf16.decode(bytes, { stream: true }) : decoded(bytes);
    yield first ? text.replace(/^\uFEFF/, '') : text;
    first = false;
  }
}

/** The lines of a text file; the numbers count from 1. A `null` text stands for a line that is too long. */
export async function* linesIn(chunks: Chunks): AsyncGenerator<{ number: number; text: string | null }> {
  let number = 0;
  let open = '';
  for await (const piece of textPieces(chunks)) {
    if (piece === null) {
      number += 1;
      yield { number, text: null };
      continue;
    }
    const lines = (open + piece).split('\n');
    open = lines.pop() ?? '';
    for (const text of lines) {
      number += 1;
      yield { number, text };
    }
  }
  if (open !== '') yield { number: number + 1, text: open };
}

/** Bytes up to and with the last line end that has come; the rest waits for what follows it. */
async function* wholeLines(chunks: Chunks): AsyncGenerator<Uint8Array | null> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let lines = chunk;
    if (length > longestLine) {
      const end = chunk.indexOf(10);
      if (end < 0) continue;
      yield null;
      lines = chunk.subarray(end + 1);
      length = 0;
    }
    const end = lines.lastIndexOf(10) + 1;
    if (end > 0) {
      yield joined([...waiting, lines.subarray(0, end)]);
      waiting = [];
      length = 0;
    }
    length += lines.length - end;
    if (length > longestLine) waiting = [];
    else if (end < lines.length) waiting.push(lines.subarray(end));
  }
  if (length > longestLine) yield null;
  else if (length > 0) yield joined(waiting);
}

function utf16Of([first, second]: Uint8Array): TextDecoder | null {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  return first === 0xfe && second === 0xff ? new TextDecoder('utf-16be') : null;
}

/** As UTF-8; where the piece is not that as a whole, line by line, because files are often put together of several. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const parts: string[] = [];
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(10, start) + 1 || bytes.length;
      const line = bytes.subarray(start, end);
      // A line with zeros is no text; it is refused by itself, not with its neighbours.
      parts.push(decodeText(line) ?? new TextDecoder().decode(line));
      start = end;
    }
    return parts.join('');
  }
}
