import { describe, expect, it } from 'vitest';
import { partByContrast } from './contrast';

/** A telling by its words, a letter each. */
const telling = (words: string, day: number | null = null) => ({
  terms: [...words].map((word) => ({ hash: word.codePointAt(0)!, weight: 1 })),
  day,
});
const part = (...tellings: string[]) =>
  partByContrast(tellings.map((words) => telling(words))).map((event) =>
    event.map((place) => tellings[place]),
  );

describe('partByContrast', () => {
  const firstBout = ['boxRgh', 'boxRgi', 'boxRhj'];
  const secondBout = ['boxTmn', 'boxTmp', 'boxTnq'];

  it('parts two look-alike events by what only the tellings of each say', () => {
    expect(part(...firstBout, ...secondBout)).toEqual([firstBout, secondBout]);
  });

  it('parts three of them, in whatever order they come', () => {
    const third = ['boxUvw', 'boxUvy', 'boxUwz'];
    const mixed = [0, 1, 2].flatMap((at) => [firstBout[at]!, secondBout[at]!, third[at]!]);
    expect(part(...mixed).map((event) => event.toSorted())).toEqual(
      expect.arrayContaining([firstBout, secondBout, third]),
    );
  });

  it('keeps what two groups tell on one day together, and parts it where weeks lie between', () => {
    const here = ['boxRTgh', 'boxRTgi', 'boxRThj'];
    const there = ['boxRTmn', 'boxRTmp', 'boxRTnq'];
    const apart = (days: number) =>
      partByContrast([
        ...here.map((words) => telling(words, 100)),
        ...there.map((words) => telling(words, 100 + days)),
      ]);
    expect(apart(0)).toHaveLength(1);
    expect(apart(60)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('leaves tellings of one event together, each with words of its own', () => {
    const one = ['boxRhij', 'boxRhkl', 'boxRikm', 'boxRjlm', 'boxRhmn', 'boxRikn'];
    expect(part(...one)).toEqual([one]);
  });

  it('tells no two events of fewer than three texts each', () => {
    expect(part('boxR', 'boxR', 'boxT', 'boxT', 'boxT')).toHaveLength(1);
    expect(part('boxRg', 'boxRh', 'boxTm', 'boxTn', 'boxTmn', 'boxTno')).toHaveLength(1);
  });

  it('does not take copies of one text for an event of their own', () => {
    const copies = ['boxRgh', 'boxRgh', 'boxRgh', 'boxRgh'];
    const own = ['boxRmn', 'boxRpq', 'boxRst'];
    expect(part(...copies, ...own)).toEqual([[...copies, ...own]]);
  });

  it('keeps copies with the event that their text tells', () => {
    expect(part(...firstBout, ...secondBout, 'boxTmn', 'boxRgh')).toEqual([
      [...firstBout, 'boxRgh'],
      [...secondBout, 'boxTmn'],
    ]);
  });

  it('keeps a telling without any term', () => {
    expect(partByContrast(['', 'a', 'b', 'c', 'd', 'e'].map((words) => telling(words))).flat()).toHaveLength(
      6,
    );
  });
});
