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

/** The five seeds as one story. */
export function framedSeeds(): Framing {
  return frame(seedArticles().map(told));
}
