import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { items } from './items';

const story = (n: number) =>
  `Council ${n} met on Monday and decided after a long debate that the bridge over the northern canal will be closed to lorries until the first repairs are done in the autumn.`;
const openings = (text: string) => items(text).map(({ start }) => text.slice(start, start + 10).trim());

describe('items', () => {
  it.each([
    ['rules', ['___', '* * *', '—']],
    ['clock times', ['11:20 a.m.', '1 p.m. EDT', '14:30 GMT']],
    ['headings', ['Bridge closed to lorries', 'Ferry late again', 'New crossing within years']],
  ])('of a text divided by %s begin where it divides', (_, dividers) => {
    const text = dividers
      .flatMap((divider, n) => [divider, story(n), `And more of it. ${story(n)}`])
      .join('\n\n');
    const found = items(text);
    expect(found).toHaveLength(3);
    for (const [n, { start, end }] of found.entries()) expect(text.slice(start, end)).toContain(story(n));
    expect(found.at(-1)?.end).toBe(text.length);
  });

  it('keep a running report’s opening as an item of its own, and short entries with the one after', () => {
    const text = [story(0), '9 a.m.', story(1), '9:30 a.m.', 'Two words.', '10 a.m.', story(2)].join('\n\n');
    expect(openings(text)).toEqual(['Council 0', '9 a.m.\n\nCo', '9:30 a.m.']);
  });

  it.each([
    ['plain paragraphs', [story(0), story(1), story(2)]],
    ['one subheading', [story(0), 'What comes next', story(1)]],
    ['mentions and addresses', [story(0), '— Ann Lee (@annlee)', story(1), 'https://a.example/x', story(2)]],
    ['a closing rule', [story(0), story(1), '___', 'Reporting by Ann Lee.']],
    ['nothing', []],
  ])('are none in a text of %s', (_, blocks) => {
    expect(items(blocks.join('\n\n'))).toEqual([]);
  });

  it('lie in order within the text, whatever it is', () => {
    const block = fc.oneof(
      fc.constantFrom('___', '9 a.m.', 'A short heading', story(1), '“', '\uD800', '12'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
        const text = blocks.join('\n\n');
        let last = 0;
        for (const { start, end } of items(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('are found in a text of a million signs', () => {
    expect(items('_'.repeat(1_000_000))).toEqual([]);
    expect(items(`${'a '.repeat(500_000)}\n\n${'1'.repeat(100_000)}`)).toEqual([]);
  });
});
