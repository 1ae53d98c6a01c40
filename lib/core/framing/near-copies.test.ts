import { describe, expect, it } from 'vitest';
import { told } from '@/tests/fixtures/told-text';
import { frame } from './frame';

describe('near-copies', () => {
  const common =
    'The council of Oldtown met on Tuesday evening to talk about the bridge over the river that has been closed since the winter floods.';

  it('pulls out the label that was swapped, and the sentence that was cut', () => {
    const a = `${common} Officials said the regime would send engineers to the town before the end of the month.\n\nNobody knows who will pay for the work.`;
    const b = `${common} Officials said the government would send engineers to the town before the end of the month.`;
    const { swaps, addedCut } = frame([
      told('a', a, { title: 'Bridge stays shut' }),
      told('b', b, { title: 'Engineers to come' }),
    ]);
    expect(swaps.map(({ kind, inA, inB }) => [kind, inA.exact, inB.exact])).toEqual([
      ['actor', 'regime', 'government'],
    ]);
    expect(addedCut.map(({ kind, inA, inB }) => [kind, inA?.exact, inB?.exact])).toEqual([
      ['headline', 'Bridge stays shut', 'Engineers to come'],
      ['sentence', 'Nobody knows who will pay for the work.', undefined],
    ]);
  });
});

it('does not tell a credit line among the sentences that one text has alone', () => {
  const shared =
    'The council of Oldtown met on Tuesday evening to talk about the bridge over the river that has been closed since the winter floods. Officials said the government would send engineers to the town before the end of the month.';
  const alone = 'Nobody knows who will pay for the work.';
  const { addedCut } = frame([
    told(
      'a',
      `${shared}\n\n${alone}\n\nThis article was originally published by The Harbour Courier and is republished here with permission.`,
    ),
    told('b', shared),
  ]);
  expect(addedCut.map(({ inA }) => inA?.exact)).toEqual([alone]);
});

describe('what near-copies call people, and what one leaves out', () => {
  const start =
    'The council of Oldtown met on Tuesday evening to talk about the bridge over the river that has been closed since the winter floods, and the';
  const end =
    'waited outside the old customs house until the lamps were lit along the quay and the doors were shut for the night.';

  it.each([
    ['rioters', 'protesters'],
    ['mob', 'crowd'],
    ['agitators', 'families'],
  ])('tells that %s and %s are two names for people', (one, other) => {
    const { swaps } = frame([told('a', `${start} ${one} ${end}`), told('b', `${start} ${other} ${end}`)]);
    expect(swaps.map(({ kind, inA, inB }) => [kind, inA.exact, inB.exact])).toEqual([['actor', one, other]]);
  });

  it('gives a short sentence with the one behind it, and no words twice', () => {
    const led =
      '“I drive eleven hours a day,” said a driver, who has worked the rank at the terminal for many years.';
    const quoted = '“Nobody asked us. Nobody even told us.”';
    const { addedCut } = frame([
      told('a', `${start} band ${end}\n\n${led} ${quoted}\n\nThe band ${end}`),
      told('b', `${start} band ${end}\n\nThe band ${end}`),
    ]);
    expect(addedCut.map(({ kind, inA }) => [kind, inA?.exact])).toEqual([
      ['sentence', led],
      ['sentence', quoted],
    ]);
  });
});
