import { decodeText } from '@/lib/corpus/sources/imports/decode';
import { readByFeedsmith } from './by-feedsmith';
import { definesEntities } from './entity-definitions';
import { readForgivingly } from './forgiving';
import { mendOldAtom } from './old-atom';
import type { FeedOutcome } from './types';

/**
 * Reads a feed of any kind (RSS 0.9 to 2.0, RDF, Atom, JSON Feed) from its bytes. A feed that is broken XML is read as far
 * as it goes. Never throws for what the bytes hold.
 *
 * @param charset what the server said of them; the bytes themselves come first.
 */
export function readFeed(bytes: Uint8Array, charset: string | null): FeedOutcome {
  const text = decodeText(bytes, charset);
  if (text === null) return { status: 'refused', because: 'not-text' };
  return readFeedText(text);
}

/** The same for text that is decoded already. */
export function readFeedText(decoded: string): FeedOutcome {
  const text = decoded.replace(/^\uFEFF/, '').trim();
  if (text === '') return { status: 'refused', because: 'empty' };
  if (definesEntities(text)) return { status: 'refused', because: 'entity-definitions' };
  if (isWebPage(text)) return { status: 'refused', because: 'web-page' };
  const mended = mendOldAtom(text);
  const feed = readByFeedsmith(mended) ?? readForgivingly(mended);
  return feed === null ? { status: 'refused', because: 'no-feed' } : { status: 'read', feed };
}

function isWebPage(text: string): boolean {
  const start = text.indexOf('<');
  if (start > 0) return false;
  return /^(?:<\?xml[^>]{0,200}\?>\s{0,100}|<!--[\s\S]{0,2000}?-->\s{0,100}){0,4}(?:<!doctype html|<html)\b/i.test(
    text.slice(0, 10_000),
  );
}
