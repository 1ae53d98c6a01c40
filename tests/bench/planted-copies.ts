import type { Article } from '@/lib/core/article';
import { paragraphs } from '@/lib/core/text';

/** An article with another text, of another outlet. */
export function asCopy(article: Article, outlet: string, title: string, text: string): Article {
  return {
    ...article,
    id: `${article.id} at ${outlet}`,
    outlet,
    url: null,
    title,
    text,
    paragraphs: paragraphs(text),
  };
}

/** Every tenth word replaced, and two paragraphs (not the first) cut where there are at least five. */
export function editText(text: string): string {
  const parts = paragraphs(text).map(({ start, end }) => text.slice(start, end));
  const cut = parts.length >= 5 ? [2, parts.length - 2] : [];
  let count = 0;
  return parts
    .filter((_, i) => !cut.includes(i))
    .map((part) => part.replace(/\p{L}+/gu, (word) => (++count % 10 === 0 ? `${word}wards` : word)))
    .join('\n\n');
}

/** The same words in other typography: straight marks, double hyphens, plain spaces, soft hyphens, no accents. */
export function retypeset(text: string): string {
  return text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[—–]/g, '--')
    .replace(/\u00A0/g, ' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/(\p{Ll}{4})(\p{Ll}{4})/gu, '$1\u00AD$2');
}
