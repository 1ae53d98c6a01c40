import { expect, test } from 'vitest';
import { squeeze } from './squeezed';

test('leaves out white space, shapes of marks and case, and leads back', () => {
  const text = '“The  pier —\n  it’s\u00a0closed”';
  const { text: squeezed, offsets } = squeeze(text);
  expect(squeezed).toBe('"thepier-it\'sclosed"');
  expect(offsets).toHaveLength(squeezed.length);
  expect(text.slice(offsets[squeezed.indexOf('closed')])).toBe('closed”');
});

test('keeps one unit for one unit whatever the letters', () => {
  for (const text of ['İstanbul', 'straße', '👩‍🚀 lands', '\ud800', 'ŸÉŞ', '船は出る']) {
    const { text: squeezed, offsets } = squeeze(text);
    expect(offsets).toHaveLength(squeezed.length);
    expect([...offsets].every((offset, n) => n === 0 || offset > offsets[n - 1]!)).toBe(true);
  }
});
