import type { PreparedArticle } from '@/lib/core/matching/types';

/**
 * Names an article's content, to tell a new revision from the same thing again: the text where one is held, else the
 * fingerprint, else headline and summary. A changed headline over an unchanged text is no new revision.
 */
export function contentDigest(article: PreparedArticle): string {
  const { held, text, keys } = article;
  if (held.held === 'text') return `t${digest(text ?? '')}`;
  if (held.held === 'fingerprint-only')
    return `f${held.words}.${keys.length}.${mix(keys.length, (i) => keys[i]!)}`;
  return `h${digest(`${held.title ?? ''}\n${held.summary ?? ''}`)}`;
}

function digest(text: string): string {
  return `${text.length}.${mix(text.length, (i) => text.charCodeAt(i))}`;
}

/** 53 bits of an address. */
export function addressNumber(url: string): number {
  const [a, b] = lanes(url.length, (i) => url.charCodeAt(i));
  return a * 2 ** 21 + (b >>> 11);
}

/** 64 bits in all: enough against chance; a forged collision only hides the forger's own revision. */
function mix(length: number, at: (index: number) => number): string {
  return lanes(length, at)
    .map((lane) => lane.toString(36))
    .join('.');
}

/** Two independent FNV-like lanes of 32 bits. */
function lanes(length: number, at: (index: number) => number): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < length; i++) {
    const unit = at(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit ^ (b >>> 15), 0x85ebca6b);
  }
  return [a >>> 0, b >>> 0];
}
