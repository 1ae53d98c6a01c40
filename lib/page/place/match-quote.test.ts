import { describe, expect, test } from 'vitest';
import { matchQuote } from './match-quote';
import { squeeze } from './squeezed';

const story = [
  'The pier was closed at noon.',
  'The harbour master said that two planks had been lifted by the tide during the night.',
  'The ferry sails at noon.',
  'Nobody was hurt, and the boats that were due went to the northern quay instead of waiting.',
  'The ferry sails at noon.',
  'By evening the planks were back in their place and the lamps were lit as on any other day.',
].join(' ');

function found(exact: string, prefix = '', suffix = '', page = story): string | null {
  const { text, offsets } = squeeze(page);
  const place = matchQuote(text, {
    exact: squeeze(exact).text,
    prefix: squeeze(prefix).text,
    suffix: squeeze(suffix).text,
  });
  return place && page.slice(offsets[place.start], offsets[place.end - 1]! + 1);
}

describe('matchQuote', () => {
  test('finds the words as they stand', () => {
    expect(found('two planks had been lifted')).toBe('two planks had been lifted');
  });

  test('of two places takes the one with the same words around it', () => {
    const { text } = squeeze(story);
    const quote = {
      exact: squeeze('The ferry sails at noon.').text,
      prefix: '',
      suffix: squeeze('By evening').text,
    };
    expect(matchQuote(text, quote)?.start).toBe(text.lastIndexOf(quote.exact));
    const before = { ...quote, suffix: '', prefix: squeeze('the night.').text };
    expect(matchQuote(text, before)?.start).toBe(text.indexOf(quote.exact));
  });

  test('finds words of which a few letters changed', () => {
    expect(found('The harbor master said that two plancks had been lifted by the tides')).toMatch(
      /^The harbour master .* by the tide$/,
    );
  });

  test('does not take another sentence for it', () => {
    expect(
      found('The harbour council will vote on Thursday whether to sell the old lamps of the pier.'),
    ).toBeNull();
    expect(found('closing of piers')).toBeNull();
  });

  test('finds a longer passage by its start and end where something was set in between', () => {
    const page = story.replace(
      'The ferry sails at noon. Nobody',
      'The ferry sails at noon. ADVERTISEMENT Boats for less at Penn and Sons, on the quay. Nobody',
    );
    const passage = story.slice(story.indexOf('The harbour'), story.indexOf('By evening'));
    const range = found(passage, '', '', page);
    expect(range?.startsWith('The harbour master')).toBe(true);
    expect(range?.endsWith('sails at noon.')).toBe(true);
    expect(range).toContain('ADVERTISEMENT');
  });

  test('finds nothing for no words, and nothing in no page', () => {
    expect(found('')).toBeNull();
    expect(found(' — ', '', '', '')).toBeNull();
    expect(found('The pier', '', '', '')).toBeNull();
  });

  test('ends where the page repeats the words without end', () => {
    const page = 'ab'.repeat(200_000);
    expect(matchQuote(page, { exact: 'ab', prefix: '', suffix: '' })).toEqual({ start: 0, end: 2 });
    expect(
      matchQuote(page, { exact: 'ba'.repeat(300).replace('bab', 'bxb'), prefix: '', suffix: '' }),
    ).not.toBeUndefined();
  });
});
