import { InvalidArgumentError, Option } from 'commander';
import { wordsAsked } from '@/lib/core/matching/words-asked';

const { fewest, usual, most } = wordsAsked;

/** `--min-words`, for every command that says what texts share. */
export function minWordsOption(): Option {
  return new Option(
    '--min-words <number>',
    `fewest shared words of a quotation (${fewest} to ${most}); outside quotation marks a third more`,
  )
    .default(usual)
    .argParser((given) => {
      const words = /^\d{1,3}$/.test(given) ? Number(given) : Number.NaN;
      if (words >= fewest && words <= most) return words;
      throw new InvalidArgumentError(`Give a whole number from ${fewest} to ${most}.`);
    });
}
