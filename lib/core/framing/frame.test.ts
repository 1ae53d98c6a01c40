import { describe, expect, it } from 'vitest';
import { told } from '@/tests/fixtures/told-text';
import { frame } from './frame';

describe('another language than English', () => {
  const german =
    'Der Rat von Altstadt hat am Dienstag über die Brücke beraten. „Wir haben 29 Angebote bekommen“, sagte Anna Weber.';

  it('tells headlines, marks and what only one has, and says what is off', () => {
    const framing = frame([
      told('a', german, { language: 'de', title: 'Rat berät über Brücke' }),
      told('b', 'Es hat geregnet.', { language: 'de', title: 'Rat berät wieder' }),
    ]);
    expect(framing.off.map(({ articleId, lenses }) => [articleId, lenses.length])).toEqual([
      ['a', 3],
      ['b', 3],
    ]);
    expect(framing.actors).toEqual([]);
    expect(framing.voices).toMatchObject([
      { exact: 'Wir haben 29 Angebote bekommen', speaker: null, confident: false },
    ]);
    expect(framing.onlyHere.map(({ exact }) => exact)).toContain('29');
    expect(framing.headlines[0]?.differing.map(({ exact }) => exact)).toEqual(['über Brücke']);
  });
});

describe('bad input', () => {
  const words = (count: number, at: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => at(n)).join(' ');

  it.each<[string, string]>([
    ['nothing', ''],
    ['no punctuation', words(5_000, (n) => (n % 7 === 0 ? 'said' : n % 5 === 0 ? 'Carter' : 'word'))],
    ['capitals only', words(3_000, (n) => (n % 9 === 0 ? 'ARMY.' : 'SYRIAN'))],
    ['30,000 words', words(30_000, (n) => (n % 11 === 0 ? 'Ann Carter said.' : 'the army left'))],
    ['mixed scripts', words(2_000, (n) => ['الجيش', '軍隊', 'Армия', 'army', '“', '👩‍🚒'][n % 6]!)],
    ['unbalanced marks', words(3_000, (n) => (n % 4 === 0 ? '“said' : n % 7 === 0 ? '"' : 'Carter'))],
    ['nothing but marks', '“'.repeat(20_000)],
    ['one long word', 'A'.repeat(100_000)],
    ['lone surrogates', '\ud800 said \udfff army of the \ud800'],
  ])('%s: ends, and quotes only what is there', (_, text) => {
    const other =
      'Ann Carter said that the Syrian army had left. “We will all be back by tomorrow,” said Carter.';
    const framing = frame([told('a', text), told('b', other)]);
    const all = [...framing.actors.flatMap(({ labels }) => labels), ...framing.voices, ...framing.onlyHere];
    const texts = new Map([
      ['a', text],
      ['b', other],
    ]);
    for (const { articleId, span, exact } of all)
      expect(texts.get(articleId)?.slice(span.start, span.end)).toBe(exact);
  });

  it('makes no row of a text in capitals alone', () => {
    expect(
      frame([
        told('a', 'THE BRIDGE IS SHUT AND NOBODY KNOWS WHY'),
        told('b', 'THE BRIDGE WAS SHUT ON MONDAY BY NOBODY'),
      ]).actors,
    ).toEqual([]);
  });

  it('bounds five hundred actors', () => {
    const crowd = words(
      500,
      (n) =>
        `Ann ${String.fromCharCode(65 + (n % 26))}${'aeiou'[n % 5]}rt${'aeiou'[n % 3]}${String.fromCharCode(97 + (n % 23))}son said.`,
    );
    const { actors } = frame([told('a', crowd), told('b', crowd)]);
    expect(actors.length).toBeGreaterThan(50);
    expect(actors.length).toBeLessThanOrEqual(200);
  });
});
