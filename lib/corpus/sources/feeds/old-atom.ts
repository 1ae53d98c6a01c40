import { bytesOfBase64 } from '@/lib/corpus/base64';
import { decodeText } from '@/lib/corpus/sources/imports/decode';

/** An element that holds nothing but Base64, with its name and attributes. */
const base64Element = /<([a-z][\w:.-]*)(\s[^<>]*)>\s*([A-Za-z0-9+/][A-Za-z0-9+/=\s]*)<\//gi;
const saysBase64 = /\smode\s*=\s*["']base64["']|\stype\s*=\s*["']application\/octet-stream["']/i;
/** Attributes that no longer hold once the text is written out. */
const encoding = /\s(?:mode|type)\s*=\s*["'](?:base64|application\/octet-stream)["']/gi;

/**
 * Writes out what feeds of Atom say in ways that today's parsers do not read: texts in Base64 (`mode="base64"` of 0.3, a
 * binary type in 1.0), and `info` of 0.3, which explains a feed that has no tagline. All other feeds come back as they are.
 */
export function mendOldAtom(text: string): string {
  const written = /base64|octet-stream/i.test(text) ? text.replace(base64Element, writtenOut) : text;
  if (!/<info[\s>]/.test(written) || /<(?:tagline|subtitle)[\s>/]/.test(written)) return written;
  return written.replace(/(<\/?)info(?=[\s>/])/g, '$1subtitle');
}

function writtenOut(whole: string, name: string, attributes: string, encoded: string): string {
  const bytes = saysBase64.test(attributes) ? bytesOf(encoded) : null;
  const text = bytes && decodeText(bytes);
  if (!text) return whole;
  const escaped = text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<${name}${attributes.replace(encoding, '')}>${escaped}</`;
}

/** `null` where it is no Base64 after all. */
function bytesOf(encoded: string): Uint8Array | null {
  try {
    return bytesOfBase64(encoded.replace(/\s/g, ''));
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
