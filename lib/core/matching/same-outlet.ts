import { outletOf } from '@/lib/core/article';

/** What tells an article's outlet: stated name or host, and address. */
export interface Published {
  outlet: string | null;
  url: string | null;
}

const keys = new WeakMap<Published, { key: string | null }>();

/** Identity of an article's outlet; `null` when nothing states it. Remembered for each record, as spread asks often. */
export function outletKey(article: Published): string | null {
  let known = keys.get(article);
  if (!known) {
    known = { key: outletOf(article.outlet, article.url)?.key ?? null };
    keys.set(article, known);
  }
  return known.key;
}

/** Whether two articles are of one outlet. An absent outlet is the same as no other. */
export function isSameOutlet(a: Published, b: Published): boolean {
  const key = outletKey(a);
  return key !== null && key === outletKey(b);
}
