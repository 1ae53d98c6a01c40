import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestField, longestText, readRecord } from './record';

const whole = {
  id: 'n1',
  outlet: 'courier.example',
  url: 'https://courier.example/n1',
  title: 'Bridge closed',
  byline: 'By Ada Brook',
  published: 'September 28th 2017',
  text: 'The bridge is closed.\n\nIt opens again in May.',
};

const read = (record: unknown) => readRecord(JSON.stringify(record));

describe('a whole record', () => {
  test('becomes an article with its paragraphs, its date and its date as printed', () => {
    expect(read(whole)).toEqual({
      status: 'read',
      record: {
        article: {
          ...whole,
          published: { at: '2017-09-28', precision: 'day', from: 'import' },
          modified: null,
          language: null,
          paragraphs: [
            { start: 0, end: 21 },
            { start: 23, end: 45 },
          ],
          completeness: 'unknown',
        },
        summary: null,
        publishedAsPrinted: 'September 28th 2017',
        extra: {},
      },
    });
  });

  test('keeps the keys that are not ours', () => {
    const outcome = read({ ...whole, section: 'Local', tags: ['bridge'], rank: { of: 3 } });
    expect(outcome.status === 'read' && outcome.record.extra).toEqual({
      section: 'Local',
      tags: ['bridge'],
      rank: { of: 3 },
    });
  });

  test('keeps a date that is none as it is printed', () => {
    const outcome = read({ ...whole, published: 'last Tuesday' });
    expect(outcome.status === 'read' && outcome.record).toMatchObject({
      article: { published: null },
      publishedAsPrinted: 'last Tuesday',
    });
  });
});

describe('absent fields', () => {
  test('may be null, empty or left out', () => {
    const bare = read({ id: 'n2', text: 'Rain.' });
    expect(bare).toEqual(
      read({ id: 'n2', text: 'Rain.', outlet: null, url: ' ', title: '', byline: null, published: null }),
    );
    expect(bare.status === 'read' && bare.record.article).toMatchObject({
      outlet: null,
      title: null,
      url: null,
    });
  });

  test.each([null, '', ' \n '])('of text %j leave a headline where there is one', (text) => {
    const outcome = read({ id: 'n3', title: 'Rain ahead', text });
    expect(outcome.status === 'read' && outcome.record.article).toMatchObject({
      text: '',
      title: 'Rain ahead',
    });
    expect(read({ id: 'n4', text, summary: 'Rain is ahead.' })).toMatchObject({ status: 'read' });
  });
});

describe('a record that cannot be used is refused, with what to do:', () => {
  test.each([
    ['broken JSON', '{"id":"n1","text":', 'not whole JSON. Put one article object on each line'],
    ['a list', '[1]', 'Put one object like {"id":"…","text":"…"} on each line'],
    ['a bare text', '"n1"', 'Put one object like'],
    ['no id', '{"text":"Rain."}', 'no "id". Give every article an "id"'],
    ['a number as id', '{"id":7,"text":"Rain."}', 'no "id". Give every article an "id" of its own, as text'],
    ['an empty id', '{"id":" ","text":"Rain."}', 'no "id"'],
    ['no text', '{"id":"n1"}', 'no "text". Give every article its "text"'],
    ['neither text nor headline', '{"id":"n1","text":""}', 'neither text nor headline'],
    ['a list as title', '{"id":"n1","text":"Rain.","title":["a"]}', '"title" must be text or null'],
    ['a number as date', '{"id":"n1","text":"Rain.","published":2017}', '"published" must be text or null'],
  ])('%s', (_, line, why) => {
    expect(readRecord(line)).toMatchObject({ status: 'refused', why: expect.stringContaining(why) });
  });

  test('a text, a field or unknown keys beyond their limits', () => {
    const long = (length: number) => 'a'.repeat(length + 1);
    expect(read({ id: 'n1', text: long(longestText) })).toMatchObject({
      why: expect.stringContaining('Split it'),
    });
    expect(read({ id: 'n1', text: 'Rain.', byline: long(longestField) })).toMatchObject({
      why: expect.stringContaining('"byline" is longer'),
    });
    expect(read({ id: 'n1', text: 'Rain.', other: long(longestField) })).toMatchObject({
      why: expect.stringContaining('Leave some out'),
    });
  });
});

describe('hostile records', () => {
  test('change no prototype', () => {
    const outcome = readRecord(
      '{"id":"n1","text":"Rain.","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    expect(outcome.status).toBe('read');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(outcome.status === 'read' && 'polluted' in outcome.record.article).toBe(false);
  });

  test('of any JSON value are answered, never thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(['read', 'refused']).toContain(readRecord(JSON.stringify(value)).status);
      }),
    );
  });
});
