import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bareReading } from '@/lib/core/article';
import { findTextMatches } from '@/lib/core/matching';
import { articleOf, textOf } from '@/tests/fixtures/made-up-articles';
import { heldPages } from './held-pages';

const now = () => new Date('2026-03-01T10:00:00Z');

const readingOf = (id: string, text: string) => bareReading(articleOf(id, text, { title: `Title of ${id}` }));

beforeEach(() => fakeBrowser.reset());

describe('held pages', () => {
  test('are found again as copies by what is searched beside the library', async () => {
    const text = textOf(1);
    await heldPages(now).hold(readingOf('first', text));
    const corpus = await heldPages(now).corpus('second');
    const matches = corpus === null ? [] : await findTextMatches(articleOf('second', text), corpus);
    expect(matches).toMatchObject([
      { article: { id: 'first', from: { kind: 'held-page' } }, relation: 'reprint' },
    ]);
  });

  test('are not compared with themselves', async () => {
    const held = heldPages(now);
    await held.hold(readingOf('first', textOf(1)));
    expect(await held.corpus('first')).toBeNull();
  });

  test('say what they are, and how long', async () => {
    const held = heldPages(now);
    const shown = {
      id: 'first',
      title: 'Title of first',
      outlet: 'first.example',
      url: null,
      words: 4,
      heldAt: '2026-03-01T10:00:00.000Z',
    };
    expect(await held.hold(readingOf('first', 'The ferry sails again.'))).toEqual(shown);
    expect(await held.list()).toEqual([shown]);
    expect(await held.text('first')).toBe('The ferry sails again.');
    expect(await held.article('first')).toMatchObject({ title: 'Title of first', held: 'text' });
    expect(await held.article('second')).toBeNull();
  });

  test('of one address are one page, with its newest text', async () => {
    const held = heldPages(now);
    await held.hold(readingOf('first', 'The ferry is late.'));
    await held.hold(readingOf('first', 'The ferry sails again.'));
    expect(await held.list()).toHaveLength(1);
    expect(await held.text('first')).toBe('The ferry sails again.');
  });

  test('are let go one by one', async () => {
    const held = heldPages(now);
    await held.hold(readingOf('first', textOf(1)));
    await held.hold(readingOf('second', textOf(2)));
    expect((await held.release('first')).map(({ id }) => id)).toEqual(['second']);
    expect(await held.text('first')).toBeNull();
  });

  test('are ten at most', async () => {
    const held = heldPages(now);
    for (let n = 0; n < 10; n += 1) await held.hold(readingOf(`page-${n}`, textOf(n)));
    await expect(held.hold(readingOf('one more', textOf(11)))).rejects.toThrow('problem_too_many_held');
    await held.hold(readingOf('page-3', textOf(12)));
    expect(await held.list()).toHaveLength(10);
  });

  test('lie in the memory of the session and nowhere on disk', async () => {
    await heldPages(now).hold(readingOf('first', textOf(1)));
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual(['held-pages']);
  });
});
