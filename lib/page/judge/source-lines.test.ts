import { describe, expect, test } from 'vitest';
import type { GatheredBlock } from '@/lib/page/gathered';
import { bounds, sourceLines } from './source-lines';

const block = (text: string, fields: Partial<GatheredBlock> = {}): GatheredBlock => ({
  text,
  tag: 'P',
  zones: 0,
  links: [],
  linked: 0,
  frame: null,
  kept: false,
  ...fields,
});

describe('sourceLines', () => {
  test('says where each line stood', () => {
    const blocks = [...Array(bounds.head + 1).keys()].map((n) => block(`Line ${n}`));
    const body = blocks.length;
    blocks.push(block('The body.'), ...[...Array(bounds.tail + 1).keys()].map((n) => block(`After ${n}`)));
    const places = sourceLines(blocks, [body], new Map(), null).map(({ place }) => place);
    expect(places.slice(0, 2)).toEqual(['elsewhere', 'head']);
    expect(places.slice(body - 1, body + 2)).toEqual(['head', 'body', 'tail']);
    expect(places.at(-1)).toBe('elsewhere');
  });

  test('keeps lines around the body and lines of credit when there are too many', () => {
    const filler = [...Array(2 * bounds.lines).keys()].map((n) => block(`Filler number ${n}`));
    const blocks = [
      ...filler,
      block('The body.'),
      block('Below it'),
      ...filler,
      block('Source: Isle Dispatch'),
    ];
    const lines = sourceLines(blocks, [filler.length], new Map(), null);
    expect(lines).toHaveLength(bounds.lines);
    expect(lines.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['The body.', 'Below it', 'Source: Isle Dispatch']),
    );
  });

  test('keeps the start of a long line with the links that lie in it', () => {
    const text = `${'word '.repeat(70)}Source: Isle Dispatch ${'word '.repeat(70)}end`;
    const start = text.indexOf('Isle');
    const links = [
      { start, end: start + 13, href: '/isle' },
      { start: text.length - 3, end: text.length, href: '/end' },
    ];
    const [line] = sourceLines(
      [block(text, { links })],
      [],
      new Map([[0, { start: 100, end: 100 + text.length }]]),
      'https://gazette.example/a',
    );
    expect(line?.text).toBe(text.slice(0, bounds.units));
    expect(line?.span).toEqual({ start: 100, end: 100 + bounds.units });
    expect(line?.links).toEqual([
      {
        text: 'Isle Dispatch',
        href: 'https://gazette.example/isle',
        span: { start: 100 + start, end: 100 + start + 13 },
      },
    ]);
  });

  test('hands on no link that is no web address', () => {
    const links = [{ start: 0, end: 6, href: 'javascript:alert(1)' }];
    expect(sourceLines([block('Source', { links })], [], new Map(), null)[0]?.links).toEqual([]);
  });
});
