import { type Article, noMetadata } from '@/lib/core/article';
import { type Framing, frame } from '@/lib/core/framing';
import { readAnatomy } from '@/lib/core/provenance';
import { paragraphs } from '@/lib/core/text';
import { seedArticles } from './story-measures';

/** An article without a page, with whose words it is made of. */
export function told(article: Article) {
  const whole = { ...article, paragraphs: paragraphs(article.text) };
  const reading = { article: whole, lines: [], metadata: noMetadata, blocks: [], cut: null };
  return { article: whole, anatomy: readAnatomy(reading) };
}

/** An excerpt of an English article of which nothing else is known. */
export function excerpt(id: string, text: string): Article {
  return {
    id,
    outlet: null,
    url: null,
    title: null,
    byline: null,
    published: null,
    modified: null,
    language: 'en',
    text,
    paragraphs: [],
    completeness: 'unknown',
  };
}

/** The five seeds as one story. */
export function framedSeeds(): Framing {
  return frame(seedArticles().map(told));
}
