import { describe, expect, it } from 'vitest';
import { told } from '@/tests/fixtures/told-text';
import { frame } from '../frame';

describe('voices', () => {
  const voices = (text: string) =>
    frame([told('a', text)]).voices.map(({ exact, speaker, cue, confident }) => ({
      exact,
      speaker,
      cue,
      confident,
    }));

  it('names the speaker behind and before the words, and of the second half of a statement', () => {
    expect(
      voices(
        '“We will rebuild the bridge,” said Ann Carter. “It will take a year.”\n\nThe mayor, Tom Reed, warned: “Nobody has the money for it.”',
      ),
    ).toEqual(
      [
        { exact: 'We will rebuild the bridge', speaker: 'Ann Carter', cue: 'said', confident: true },
        { exact: 'It will take a year.', speaker: 'Ann Carter', cue: 'said', confident: true },
        { exact: 'Nobody has the money for it.', speaker: 'Tom Reed', cue: 'warned', confident: true },
      ].map((voice) => expect.objectContaining({ ...voice, exact: expect.stringContaining(voice.exact) })),
    );
  });

  it('resolves a pronoun without being sure of it', () => {
    const [, second] = voices(
      'Ann Carter arrived at noon with Tom Reed.\n\n“This is a long way to come,” she said.',
    ).concat();
    const [first] = voices('Ann Carter arrived at noon.\n\n“This is a long way to come,” she said.');
    expect(second).toBeUndefined();
    expect(first).toMatchObject({ speaker: 'Ann Carter', cue: 'said' });
  });

  it('gives words reported without marks as indirect', () => {
    const [voice] = frame([
      told('a', 'Ann Carter claimed that the bridge had been closed for years.'),
    ]).voices;
    expect(voice).toMatchObject({
      form: 'indirect',
      speaker: 'Ann Carter',
      cue: 'claimed',
      exact: 'the bridge had been closed for years',
    });
  });

  it('takes a speaker behind the verb for no statement', () => {
    const text =
      'Doubling a price at once, with no help for the poor, had been tried before, said Ann Carter, who teaches finance in Oldtown.';
    expect(frame([told('a', text), told('b', 'It rained.')]).voices).toEqual([]);
  });
});

describe('attributed differently', () => {
  const here =
    '“We will not come back to this harbour,” said Colonel Ann Carter, who commanded the garrison.';
  const there =
    'Ann Carter, the garrison’s commander, told AP that her soldiers would be back within a month.';
  const sides = (text: string) =>
    frame([told('a', text), told('b', there)]).attributedDifferently.flatMap((one) => one.sides);

  it('puts the statements of one person in two texts side by side, with whom they were made to', () => {
    const told = sides(`${here} Carter told Reuters after the announcement that nobody had been hurt.`);
    expect(told.map(({ articleId, source, occasion }) => [articleId, source, occasion])).toEqual([
      ['a', null, null],
      ['a', 'Reuters', 'after the announcement'],
      ['b', 'AP', null],
    ]);
  });

  it('leaves out a statement whose speaker is not sure', () => {
    const unsure = `${here} Tom Reed answered her. She said her members earned less than the price of a full tank in a week.`;
    expect(sides(unsure).map(({ exact }) => exact)).toEqual([here, there]);
  });

  const counted = 'The ambulance service said it had treated 31 people.';
  const excerpt = `Two lines stood in the street all day. ${counted} The law, signed on Sunday, stays.`;

  it('takes a figure in an excerpt for its own speaker’s, not for the paper that is quoted', () => {
    const framing = frame([
      told('a', counted),
      told('b', `The Oldtown Courier reports: “${excerpt}”`),
      told('c', `The Oldtown Courier reports: “${excerpt.replace('said it had', 'has')}”`),
    ]);
    const shown = framing.attributedDifferently.filter(({ kind }) => kind === 'figure');
    expect(shown.flatMap(({ sides }) => sides.map(({ articleId }) => articleId))).toEqual(['a', 'c']);
    expect(shown[0]?.sides[1]?.exact).toBe('The ambulance service has treated 31 people.');
    expect(shown[0]?.sides[1]?.date).toBeNull();
  });

  it('shows a statement within another once', () => {
    const broken =
      'She also said they expected no fight but would answer if fired upon.If the enemy fires one shot at us we will answer.”';
    const shown = sides(`${here}\n\nCarter left the harbour. ${broken}`).filter(
      ({ articleId }) => articleId === 'a',
    );
    expect(shown.map(({ exact }) => exact).filter((exact) => exact.includes('one shot'))).toHaveLength(1);
  });
});
