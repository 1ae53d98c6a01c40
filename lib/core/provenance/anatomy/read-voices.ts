/**
 * The voices of a page without the outlets that its words come from, as a count needs them. Whom the page leans on takes a good
 * part of an anatomy's time, and says something of voices only where a lead-in names an outlet.
 */
import type { PageReading, Span } from '@/lib/core/article';
import type { Tokens } from '@/lib/core/text';
import { readCitations } from '../citations';
import { readCredits } from '../credits/read-credits';
import type { AnatomyPart, Credit } from '../types';
import { endsInColon } from './lead-ins';
import { partsOf } from './read-anatomy';

/** What is known of a page's parts without the outlets it leans on. */
export interface PageVoices {
  credits: Credit[];
  parts: readonly Pick<AnatomyPart, 'kind' | 'speaker'>[];
}

/** A paragraph before another may lead in to it; what other paragraphs lean on says nothing of voices. */
const leadInSign = /[:：]\s*\n/;

/** Credits of a page, and kind and speaker of each of its parts, as `readAnatomy` gives them. @param tokens of the text */
export function readVoices(reading: PageReading, tokens: Tokens): PageVoices {
  const { article, blocks } = reading;
  const credits = readCredits(reading);
  const mayLeadIn = leadInSign.test(article.text);
  const leads = (paragraph: Span) => endsInColon(article.text, paragraph);
  const cited = mayLeadIn ? readCitations(article, credits, tokens.quotations, leads) : [];
  return { credits, parts: partsOf(article, blocks, credits, cited, tokens) };
}
