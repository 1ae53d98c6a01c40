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

/** Packs what articles contain. Compressing can run ahead, while the browser writes the batch before. */
export interface Packing {
  /** Starts on these in the background. */
  ahead(articles: readonly PreparedArticle[]): void;
  /** @param keepsKeys whether the keys of an article without text are to be kept, as long as the index does not take them. */
  packed(article: PreparedArticle, keepsKeys: boolean): Promise<Packed>;
}

/** Nothing is begun yet; what was begun for an article is kept as long as the article is. */
export function packing(): Packing {
  const begun = new WeakMap<PreparedArticle, Promise<Packed>>();
  const packed = async (article: PreparedArticle, keepsKeys: boolean): Promise<Packed> => {
    const { held } = article.held;
    if (held === 'headline-only') return { body: null, places: null, bytes: 0 };
    if (held === 'fingerprint-only') {
      const places = packPlaces(article);
      return { body: keepsKeys ? packFingerprint(article) : null, places, bytes: places.length };
    }
    const result = begun.get(article) ?? pack(article);
    begun.set(article, result);
    return result;
  };
  /** One after the other: measured faster than all at once. */
  const eachInTurn = async (articles: readonly PreparedArticle[]): Promise<void> => {
    for (const article of articles) if (article.held.held === 'text') await packed(article, false);
  };
  return {
    ahead: (articles) => {
      // Whoever asks for the body that failed hears of it.
      eachInTurn(articles).catch((error: unknown) => error);
    },
    packed,
  };
}

async function pack({ text }: PreparedArticle): Promise<Packed> {
  const body = await packText(text ?? '');
  return { body, places: null, bytes: storedBytes(body) };
}
