import type { PreparedArticle } from '@/lib/core/matching/types';
import type { Body } from '../schema';
import { packFingerprint } from './fingerprint-codec';
import { packPlaces } from './places-codec';
import { packText, storedBytes } from './text-codec';

/** What lies in an article's body row; `null` for headline-only articles. */
export interface Packed {
  body: Body | null;
  bytes: number;
}

/** Makes body rows. Compressing can run ahead, while the browser writes the batch before. */
export interface Packing {
  /** Starts on these in the background. */
  ahead(articles: readonly PreparedArticle[]): void;
  /** @param keepsKeys whether an article without text keeps its keys in its body, as long as the index does not take them. */
  packed(article: PreparedArticle, keepsKeys: boolean): Promise<Packed>;
}

export function packing(): Packing {
  const begun = new WeakMap<PreparedArticle, Promise<Packed>>();
  const packed = async (article: PreparedArticle, keepsKeys: boolean): Promise<Packed> => {
    const { held } = article.held;
    if (held === 'headline-only') return { body: null, bytes: 0 };
    if (held === 'fingerprint-only') {
      if (keepsKeys) {
        const body = packFingerprint(article);
        return { body, bytes: body.bytes.length };
      }
      const body = packPlaces(article);
      return { body, bytes: body.length };
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
  return { body, bytes: storedBytes(body) };
}
