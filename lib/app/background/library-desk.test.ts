import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PackSelection } from '@/lib/app/messaging';
import { type LibraryDeps, openLibrary } from '@/lib/corpus/store';
import { textOf } from '@/tests/fixtures/made-up-articles';
import { readImport } from '@/tests/fixtures/read-import';
import { importDeps, type LibraryDesk, libraryDesk } from './library-desk';

const now = () => new Date('2026-03-01T10:00:00Z');

let libraries = 0;
const newLibrary = () => `library-${libraries++}`;

/** A desk over one library; another desk over the same `name` is the next background. */
function deskOver(name = newLibrary()) {
  return libraryDesk(now, (deps: LibraryDeps) => openLibrary({ ...deps, name }));
}

const record = (id: string, more: object = {}) => JSON.stringify({ id, text: textOf(id.length), ...more });

/** Puts article records in, one a line. */
async function put(desk: LibraryDesk, text: string) {
  const { articles, refused } = await readImport({ name: 'news.jsonl', text }, importDeps(now));
  expect(refused).toEqual([]);
  return desk.takeFromFeed(articles, 'News');
}

beforeEach(() => fakeBrowser.reset());

describe('the library desk', () => {
  test('tells of a library that the browser lost, until that was read', async () => {
    const name = newLibrary();
    await put(deskOver(name), record('a'));
    const emptied = deskOver(newLibrary());
    expect((await emptied.counts()).lost).toMatchObject({ had: 1 });
    expect((await emptied.acknowledgeLoss()).lost).toBeNull();
  });

  test('keeps a record that has only a headline as one', async () => {
    const desk = deskOver();
    const text = JSON.stringify({ id: 'a', title: 'Ferry back in service', text: null });
    await put(desk, text);
    expect(await desk.counts()).toMatchObject({ articles: 1, headlineOnly: 1 });
  });

  test('gives all of it back as lines that can be imported again', async () => {
    const desk = deskOver();
    await put(desk, `${record('a')}\n${record('bb')}`);
    let lines = '';
    for (let cursor: number | null = 0; cursor !== null; ) {
      const part: { jsonl: string; next: number | null } = await desk.exportPart(cursor);
      lines += part.jsonl;
      cursor = part.next;
    }
    expect(await put(deskOver(), lines)).toMatchObject({ added: 2 });
  });

  test('gives a part of itself for a pack: the outlets and days asked for, nothing that came in a pack', async () => {
    const desk = deskOver();
    const text = [
      record('a', { outlet: 'The Gazette', published: '2026-01-05' }),
      record('bb', { outlet: 'The Gazette', published: '2026-02-05' }),
      record('ccc', { outlet: 'The Ledger', published: '2026-01-05' }),
      record('dddd', { outlet: 'The Gazette' }),
    ].join('\n');
    await put(desk, text);
    const selected = async (selection: Partial<PackSelection>) => {
      const all = { outlets: [], from: null, to: null, ...selection };
      const { jsonl } = await desk.exportSelection(all, 0);
      return jsonl
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).id);
    };
    expect(await selected({})).toEqual(['a', 'bb', 'ccc', 'dddd']);
    expect(await selected({ outlets: ['The Gazette'], from: '2026-01-05', to: '2026-01-31' })).toEqual(['a']);
    expect(await selected({ to: '2026-01-31' })).toEqual(['a', 'ccc']);
  });

  test('is what the next background finds', async () => {
    const name = newLibrary();
    await put(deskOver(name), record('a', { title: 'Ferry' }));
    const [hit] = await deskOver(name).search('ferry');
    expect(hit).toMatchObject({ title: 'Ferry' });
    const corpus = await deskOver(name).reader();
    expect(await corpus.searched()).toMatchObject({ articles: 1 });
  });

  test('deletes an article, an outlet, and all', async () => {
    const desk = deskOver();
    const lines = ['a', 'bb', 'ccc', 'dddd'].map((id) =>
      record(id, { title: id, outlet: id === 'dddd' ? 'Other' : 'Gazette' }),
    );
    await put(desk, lines.join('\n'));
    const [hit] = await desk.search('bb');
    expect(await desk.deleteArticle(hit!.ref)).toMatchObject({ articles: 3 });
    expect(await desk.deleteOutlet('Gazette')).toMatchObject({ articles: 1 });
    expect(await desk.deleteAll()).toMatchObject({ articles: 0, outlets: [] });
  });

  test('tries to open the library again after it could not', async () => {
    let tries = 0;
    const name = newLibrary();
    const desk = libraryDesk(now, async (deps) => {
      tries += 1;
      if (tries === 1) throw new Error('in use');
      return openLibrary({ ...deps, name });
    });
    await expect(desk.counts()).rejects.toThrow('in use');
    expect(await desk.counts()).toMatchObject({ articles: 0 });
  });
});
