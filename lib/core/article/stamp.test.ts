import { describe, expect, test } from 'vitest';
import { readStamp } from './stamp';

describe('readStamp', () => {
  test.each([
    ['2017-09-28', '2017-09-28'],
    ['September 28th 2017', '2017-09-28'],
    ['Sept. 28, 2017', '2017-09-28'],
    ['Posted on 28 September 2017 by the desk', '2017-09-28'],
    ['the 3rd of May, 2019', '2019-05-03'],
    ['2017/9/8', '2017-09-08'],
    ['28.09.2017', '2017-09-28'],
    ['28/09/2017', '2017-09-28'],
    ['09/28/2017', '2017-09-28'],
    ['04 / 04 / 2017', '2017-04-04'],
    ['2017-09-28T10:12:00', '2017-09-28'],
    ['28 September 2017 10:12', '2017-09-28'],
  ])('reads the day of "%s"', (printed, at) => {
    expect(readStamp(printed, 'import')).toEqual({ at, precision: 'day', from: 'import' });
  });

  test.each([
    ['2017-09-28T10:12:00Z', '2017-09-28T10:12:00Z'],
    ['2017-09-28T10:12:33.123+02:00', '2017-09-28T08:12:33Z'],
    ['2017-09-28 10:12 +0000', '2017-09-28T10:12:00Z'],
    ['Thu, 28 Sep 2017 23:12:00 EST', '2017-09-29T04:12:00Z'],
    ['Thu, 28 Sep 2017 00:12:00 -0330', '2017-09-28T03:42:00Z'],
    ['March 3, 2018 12:05 am GMT', '2018-03-03T00:05:00Z'],
    ['9 October 2016, 20 : 15 (GMT+03 : 00)', '2016-10-09T17:15:00Z'],
  ])('reads the moment of "%s" in UTC', (printed, at) => {
    expect(readStamp(printed, 'page')).toEqual({ at, precision: 'minute', from: 'page' });
  });

  test.each([
    '',
    'yesterday',
    'September 2017',
    '05/04/2017',
    '2017-02-30',
    '31 June 2017',
    '0000-01-01',
    '99999-01-01',
    '12017-09-28',
  ])('finds no plain date in "%s"', (printed) => {
    expect(readStamp(printed, 'page')).toBeNull();
  });

  test('keeps nothing of an absent date', () => {
    expect(readStamp(null, 'feed')).toBeNull();
  });

  test('gives only the day when hour or minute cannot be', () => {
    expect(readStamp('2017-09-28T25:12:00Z', 'page')?.precision).toBe('day');
    expect(readStamp('2017-09-28T10:72:00Z', 'page')?.precision).toBe('day');
  });
});
