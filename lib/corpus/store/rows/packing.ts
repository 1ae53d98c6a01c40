import type { PreparedArticle } from '@/lib/core/matching/types';
import type { Body } from '../schema';
import { packFingerprint } from './fingerprint-codec';
import { packPlaces, type StoredPlaces } from './places-codec';
import { packText, storedBytes } from './text-codec';

/** What is kept of an article's content. */
export interface Packed {
  /** In a row of its own: a text, or the fingerprint as long as the index does not take it. */
  body: Body | null;
  /** In the article's row, of one without text. */
  places: StoredPlaces | null;
  bytes: number;
}

/** @param keepsKeys whether the keys of an article without text are to be kept, as long as the index does not take them */
export function packContent(article: PreparedArticle, keepsKeys: boolean): Packed {
  const { held } = article.held;
  if (held === 'headline-only') return { body: null, places: null, bytes: 0 };
  if (held === 'fingerprint-only') {
    const places = packPlaces(article);
    return { body: keepsKeys ? packFingerprint(article) : null, places, bytes: places.length };
  }
  const body = packText(article.text ?? '');
  return { body, places: null, bytes: storedBytes(body) };
}
