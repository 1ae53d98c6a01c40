import { type Article, bareReading } from '@/lib/core/article';
import { type Framing, frame } from '@/lib/core/framing';
import { readAnatomy } from '@/lib/core/provenance';
import { paragraphs } from '@/lib/core/text';
import { articleOf } from '../fixtures/made-up-articles';
import { seedArticles } from './story-measures';

/** An article without a page, with whose words it is made of. */
export function told(article: Article) {
  const whole = { ...article, paragraphs: paragraphs(article.text) };
  return { article: whole, anatomy: readAnatomy(bareReading(whole)) };
}

/** An excerpt of an English article of which nothing else is known. */
export function excerpt(id: string, text: string): Article {
  return articleOf(id, text, { outlet: null, language: 'en', completeness: 'unknown' });
}

/** The five seeds as one story. */
export function framedSeeds(): Framing {
  return frame(seedArticles().map(told));
}
