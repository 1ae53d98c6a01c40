import type { PreparedArticle } from '@/lib/core/matching/types';

/**
 * Names an article's content, to tell a new revision from the same thing again: the text where one is held, else the
 * fingerprint, else headline and summary. A changed headline over an unchanged text is no new revision.
 */
export function contentDigest(article: PreparedArticle): string {
  const { held, text, keys } = article;
  if (held.held === 'text') return `t${digest(text ?? '')}`;
  if (held.held === 'fingerprint-only') return `f${held.words}.${keys.length}.${named(lanesOfKeys(keys))}`;
  return `h${digest(`${held.title ?? ''}\n${held.summary ?? ''}`)}`;
}

function digest(text: string): string {
  return `${text.length}.${named(lanesOfText(text))}`;
}

/** 53 bits of an address. */
export function addressNumber(url: string): number {
  const [a, b] = lanesOfText(url);
  return a * 2 ** 21 + (b >>> 11);
}

/**
 * Two independent FNV-like lanes of 32 bits: 64 in all, enough against chance; a forged collision only hides the forger's own
 * revision. Each kind of list has its own loop, which takes half of what one loop for both takes.
 */
type Lanes = [number, number];
const start: Lanes = [0x811c9dc5, 0x9e3779b9];
const nextA = (a: number, unit: number) => Math.imul(a ^ unit, 0x01000193);
const nextB = (b: number, unit: number) => Math.imul(b ^ unit ^ (b >>> 15), 0x85ebca6b);

function lanesOfText(text: string): Lanes {
  let [a, b] = start;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = nextA(a, unit);
    b = nextB(b, unit);
  }
  return [a >>> 0, b >>> 0];
}

function lanesOfKeys(keys: Uint32Array): Lanes {
  let [a, b] = start;
  for (let i = 0; i < keys.length; i++) {
    a = nextA(a, keys[i]!);
    b = nextB(b, keys[i]!);
  }
  return [a >>> 0, b >>> 0];
}

function named(lanes: Lanes): string {
  return lanes.map((lane) => lane.toString(36)).join('.');
}
