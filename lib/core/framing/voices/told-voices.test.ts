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

  it.each([
    [
      'a bracket behind the name',
      '“The bridge is safe enough,” Rep. Ann Carter (R-Ohio) said on Monday.',
      'Ann Carter',
    ],
    [
      'a bracket before it',
      '(Oldtown Wire)Mayor Ann Carter called the bridge “safe enough to cross.”',
      'Ann Carter',
    ],
    [
      'an owner in the aside',
      '“The bridge is safe enough,” Ann Carter, Tom Reed’s deputy, said on Monday.',
      'Ann Carter',
    ],
    [
      'a party in the aside',
      '“The bridge is safe enough,” Ann Carter, Ohio Republican, said on Monday.',
      'Ann Carter',
    ],
    [
      'whom it was said to',
      '“The bridge is safe enough,” said Ann Carter to the council’s Tom Reed.',
      'Ann Carter',
    ],
    [
      'two who speak',
      '“The bridge is safe enough,” Ann Carter and Tom Reed said on Monday.',
      'Ann Carter and Tom Reed',
    ],
    ['a day of the title', 'The bridge is “safe enough to cross,” Oldtown Today reported.', 'Oldtown Today'],
    [
      'an aside about a week',
      'After a week, during which it rained, Ann Carter told the council: “The bridge is safe.”',
      'Ann Carter',
    ],
    [
      'a compound of two names',
      'Ann Carter ran against Tom Reed. The Carter-Reed debate was long. “It was a long night,” Carter said.',
      'Ann Carter',
    ],
    [
      'the paper that quotes it',
      '“The bridge is safe enough,” the Oldtown Courier quoted Ann Carter as saying.',
      'Ann Carter',
    ],
  ])('names the speaker past %s', (_, text, speaker) => {
    expect(voices(text).find(({ confident }) => confident)?.speaker).toBe(speaker);
  });

  it.each([
    'The guard was accused of “sleeping at the bridge for weeks.”',
    'Nearly 47% say the bridge is “not safe enough for children.”',
    'Tom Reed fell out with the council over “the state of the bridge” and its price, adding: “It will rain.”',
    'The bridge is “not safe enough for children,” and the council of Oldtown called for help.',
    'Section 4 of the Oldtown Bridge Act: “a bridge for all of us.”',
    'The book, “The Long Way to Oldtown Bridge,” Ann Carter said, sells well.',
  ])('names nobody as sure where nobody plainly speaks: %s', (text) => {
    expect(voices(text).filter(({ confident }) => confident)).toEqual([]);
  });

  it('goes on past the stop of a title, and no further than the sentence', () => {
    const speakers = (between: string) =>
      voices(`“The bridge is safe,” ${between} “It will last for years.”`).map(({ speaker, confident }) =>
        confident ? speaker : null,
      );
    expect(speakers('said Mr. Carter.')).toEqual(['Carter', 'Carter']);
    expect(speakers('said Ann Carter. Her sister waves:')).toEqual(['Ann Carter', null]);
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

  it.each([
    'Ann Carter announced her bid for the council of Oldtown.',
    'Oldtown was dark over the weekend, saying it had no money left.',
    'There were letters, including reports the ferry would be sold.',
  ])('takes what only looks like a statement for none: %s', (text) => {
    expect(voices(text)).toEqual([]);
  });

  it('gives an owner’s words to whom it owns, not to it', () => {
    const text = 'Ann Carter spoke first. “We are tired of the ferry,” Carter’s sisters said.';
    expect(voices(text).map(({ speaker }) => speaker)).toEqual(['Carter’s sisters']);
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
