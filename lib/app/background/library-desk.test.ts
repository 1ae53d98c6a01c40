import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type LibraryDeps, openLibrary } from '@/lib/corpus/store';
import { textOf } from '@/tests/fixtures/made-up-articles';
import { libraryDesk } from './library-desk';

const now = () => new Date('2026-03-01T10:00:00Z');

let libraries = 0;
const newLibrary = () => `library-${libraries++}`;

/** A desk over one library; another desk over the same `name` is the next background. */
function deskOver(name = newLibrary()) {
  return libraryDesk(now, (deps: LibraryDeps) => openLibrary({ ...deps, name }));
}

const record = (id: string, more: object = {}) => JSON.stringify({ id, text: textOf(id.length), ...more });

beforeEach(() => fakeBrowser.reset());

describe('the library desk', () => {
  test('imports what can be read and names each line that cannot', async () => {
    const desk = deskOver();
    const text = [record('a', { outlet: 'The Gazette' }), '{"id":"b"', record('ccc')].join('\n');
    const result = await desk.importFile({ name: 'news.jsonl', text });
    expect(result).toMatchObject({ added: 2, revised: 0, unchanged: 0 });
    expect(result.refused.map(({ where }) => where)).toEqual(['news.jsonl, line 2']);
    expect(await desk.counts()).toMatchObject({ articles: 2, headlineOnly: 0 });
  });

  test('tells of a library that the browser lost, until that was read', async () => {
    const name = newLibrary();
    await deskOver(name).importFile({ name: 'news.jsonl', text: record('a') });
    const emptied = deskOver(newLibrary());
    expect((await emptied.counts()).lost).toMatchObject({ had: 1 });
    expect((await emptied.acknowledgeLoss()).lost).toBeNull();
  });

  test('says so when the same file comes twice', async () => {
    const desk = deskOver();
    const file = { name: 'news.jsonl', text: record('a') };
    await desk.importFile(file);
    expect(await desk.importFile(file)).toMatchObject({ added: 0, unchanged: 1 });
  });

  test('imports more than it makes ready at once', async () => {
    const desk = deskOver();
    const text = Array.from({ length: 150 }, (_, n) =>
      JSON.stringify({ id: `a${n}`, text: textOf(n, 1) }),
    ).join('\n');
    expect(await desk.importFile({ name: 'news.jsonl', text })).toMatchObject({ added: 150 });
  });

  test('keeps a record that has only a headline as one', async () => {
    const desk = deskOver();
    const text = JSON.stringify({ id: 'a', title: 'Ferry back in service', text: null });
    await desk.importFile({ name: 'news.jsonl', text });
    expect(await desk.counts()).toMatchObject({ articles: 1, headlineOnly: 1 });
  });

  test('gives all of it back as lines that can be imported again', async () => {
    const desk = deskOver();
    await desk.importFile({ name: 'news.jsonl', text: `${record('a')}\n${record('bb')}` });
    let lines = '';
    for (let cursor: number | null = 0; cursor !== null; ) {
      const part: { jsonl: string; next: number | null } = await desk.exportPart(cursor);
      lines += part.jsonl;
      cursor = part.next;
    }
    expect(await deskOver().importFile({ name: 'back.jsonl', text: lines })).toMatchObject({
      added: 2,
      refused: [],
    });
  });

  test('puts the demo stories in, once, and takes out those and nothing else', async () => {
    const desk = deskOver();
    await desk.importFile({ name: 'news.jsonl', text: record('a') });
    const { articles } = await desk.addDemo();
    expect(articles).toBeGreaterThanOrEqual(15);
    expect((await desk.addDemo()).articles).toBe(articles);
    expect(await desk.removeDemo()).toMatchObject({ articles: 1 });
  });

  test('is what the next background finds', async () => {
    const name = newLibrary();
    await deskOver(name).importFile({ name: 'news.jsonl', text: record('a', { title: 'Ferry' }) });
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
    await desk.importFile({ name: 'news.jsonl', text: lines.join('\n') });
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
