/**
 * Bytes of a text file as a string: by byte order mark; as UTF-8 where they are just that; else by the charset their server
 * named (`labelled`), or the one an HTML page or XML file states in its first 1,024 bytes; else Windows-1252 (the web's own
 * fallback). Bytes outrank the statement because saved pages are often rewritten as UTF-8 under their old `<meta>`. `null` when
 * the bytes are no text at all (they hold zeros).
 */
export function decodeText(bytes: Uint8Array, labelled: string | null = null): string | null {
  const marked = markedCharset(bytes) ?? wideXml(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  const utf8 = strictUtf8(bytes);
  const onlyAscii = utf8 !== null && utf8.length === bytes.length;
  if (utf8 !== null && !onlyAscii) return utf8;
  const stated = knownCharset(labelled) ?? statedCharset(bytes);
  if (stated !== null && !stated.startsWith('utf-')) return new TextDecoder(stated).decode(bytes);
  return utf8 ?? new TextDecoder('windows-1252').decode(bytes);
}

function markedCharset([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark, told by the first two signs of an XML file. */
function wideXml([first, second, third, fourth]: Uint8Array): string | null {
  if (first === 0x3c && second === 0 && third === 0x3f && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c && third === 0 && fourth === 0x3f) return 'utf-16be';
  return null;
}

/** Charset of `<meta charset=…>`, `<meta … content="text/html; charset=…">` or `<?xml … encoding="…"?>`, where the platform knows it. */
function statedCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1_024));
  const label =
    /<meta\b[^>]{0,300}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})/i.exec(head) ??
    /^\s{0,99}<\?xml\b[^>]{0,300}?\bencoding\s{0,9}=\s{0,9}["']([\w:.-]{2,40})/i.exec(head);
  return knownCharset(label?.[1] ?? null);
}

function knownCharset(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    // A made-up charset name: the caller goes on as if none were stated.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // Not UTF-8: the caller reads it by the next charset.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
