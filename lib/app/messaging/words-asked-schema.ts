import * as v from 'valibot';
import { wordsAsked } from '@/lib/core/matching/words-asked';

/** A number of words that a reader may ask two texts to share. */
export const wordsAskedSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(wordsAsked.fewest),
  v.maxValue(wordsAsked.most),
);
