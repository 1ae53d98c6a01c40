import 'fake-indexeddb/auto';
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { readPlainText } from '@/lib/core/article';
import { type Library, openLibrary } from '@/lib/corpus/store';
import { readHtml } from '@/lib/page/read-html';
import { textOf } from '@/tests/fixtures/made-up-articles';
import { importJobs } from './import-jobs';
import type { ImportDesk } from './import-worker';

const now = () => new Date('2026-03-01T10:00:00Z');
let libraries = 0;

interface World {
  name: string;
  files: Map<number, { name: string; content: Blob }>;
  libraries: Library[];
}
const newWorld = (): World => ({ name: `imports-${libraries++}`, files: new Map(), libraries: [] });

/** The background's imports over one library; another one over the same world is the next background. */
function jobsOver(world: World, more: Partial<ImportDesk> = {}) {
  let opening: Promise<Library> | null = null;
  const openOnce = async () => {
    const library = await openLibrary({ now, name: world.name });
    world.libraries.push(library);
    return library;
  };
  return importJobs({
    openLibrary: () => {
      opening ??= openOnce();
      return opening;
    },
    staged: {
      get: async (key) => world.files.get(key) ?? null,
      drop: async (keys) => {
        for (const key of keys) world.files.delete(key);
      },
    },
    importDeps: { readHtml: (html, url) => readHtml(html, { url, now: now().getTime() }), readPlainText },
    now,
    pace: { breathe: async () => {}, areLikely: () => false },
    changed: async () => {},
    stayAwake: async () => {},
    sentenceFor: String,
    ...more,
  });
}
type Jobs = ReturnType<typeof jobsOver>;

function stage(world: World, name: string, text: string | Uint8Array<ArrayBuffer>) {
  const content = new Blob([text]);
  const staged = world.files.size + 1;
  world.files.set(staged, { name, content });
  return { staged, name, bytes: content.size, columns: null };
}

async function ended(jobs: Jobs) {
  for (;;) {
    const list = await jobs.list();
    if (list.every(({ state }) => state !== 'running' && state !== 'undoing')) return list;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const record = (n: number, more: object = {}) =>
  JSON.stringify({ id: `n${n}`, title: `Story ${n}`, text: textOf(n), ...more });
const records = (count: number) => Array.from({ length: count }, (_, n) => record(n)).join('\n');
const ids = async (library: Library) =>
  (await library.exportFrom(0, 50_000_000)).records.map(({ id }) => id).sort();

describe('an import', () => {
  test('takes small steps while the library is asked', async () => {
    const world = newWorld();
    const jobs = jobsOver(world, { pace: { breathe: async () => {}, areLikely: () => true } });
    await jobs.list();
    const add = vi.spyOn(world.libraries[0]!.imports, 'add');
    await jobs.begin([stage(world, 'news.jsonl', records(200))]);
    await ended(jobs);
    const sizes = add.mock.calls.map(([batch]) => batch.length);
    expect(sizes[0]).toBe(32);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64);
  });

  test('takes what can be read, names each record that cannot, and lets its file go', async () => {
    const world = newWorld();
    const jobs = jobsOver(world);
    const file = stage(
      world,
      'news.jsonl',
      `${records(300)}\n{"id":"broken"\n${record(0)}\n${record(1, { text: textOf(7) })}`,
    );
    await jobs.begin([file]);
    const [job] = await ended(jobs);
    expect(job).toMatchObject({ state: 'done', added: 300, revised: 0, unchanged: 1, refusals: 2, share: 1 });
    expect(job?.refused).toEqual([
      { where: 'news.jsonl, line 301', why: expect.stringContaining('not whole JSON') },
      { where: 'n1', why: expect.stringContaining('the first was kept') },
    ]);
    expect(world.files.size).toBe(0);
    expect((await world.libraries[0]!.counts()).articles).toBe(300);
  });

  test('of the same file again changes nothing, and refuses the same records', async () => {
    const world = newWorld();
    const jobs = jobsOver(world);
    const text = [record(1), record(2), record(2, { text: textOf(7) }), record(3)].join('\n');
    await jobs.begin([stage(world, 'news.jsonl', text)]);
    expect((await ended(jobs))[0]).toMatchObject({ added: 3, revised: 0, unchanged: 0, refusals: 1 });
    await jobs.begin([stage(world, 'news.jsonl', text)]);
    expect((await ended(jobs))[0]).toMatchObject({ added: 0, revised: 0, unchanged: 3, refusals: 1 });
    const { records: held } = await world.libraries[0]!.exportFrom(0, 1_000_000);
    expect(held.find(({ id }) => id === 'n2')?.text).toBe(textOf(2));
  });

  test('that was cut short goes on in the next background and ends as if nothing had been', async () => {
    const world = newWorld();
    const file = stage(world, 'news.jsonl.gz', gzipSync(strToU8(records(700))));
    let read = 0;
    const killed = jobsOver(world, {
      pace: {
        breathe: async () => {
          read += 1;
          // The background is gone: nothing of it goes on.
          if (read === 350) await new Promise(() => {});
        },
        areLikely: () => false,
      },
    });
    await killed.begin([file]);
    while (read < 350) await new Promise((resolve) => setTimeout(resolve, 5));
    // What was being written at that moment, a batch of fewer than 100, still came to its end.
    const { imports } = world.libraries[0]!;
    while ((await imports.get(1))!.at.records < 300) await new Promise((resolve) => setTimeout(resolve, 5));
    const next = jobsOver(world);
    await next.resume();
    const [job] = await ended(next);
    expect(job).toMatchObject({ state: 'done', added: 700, unchanged: 0, refusals: 0 });
    expect((await world.libraries.at(-1)!.counts()).articles).toBe(700);
  });

  test('can be stopped, and what came so far be taken back', async () => {
    const world = newWorld();
    let jobs: Jobs | null = null;
    let read = 0;
    jobs = jobsOver(world, {
      pace: {
        breathe: async () => {
          read += 1;
          if (read === 350) await jobs?.cancel(1);
        },
        areLikely: () => false,
      },
    });
    await jobs.begin([stage(world, 'news.jsonl', records(900))]);
    const [job] = await ended(jobs);
    expect(job?.state).toBe('cancelled');
    const library = world.libraries[0]!;
    expect((await library.counts()).articles).toBe(job?.added);
    expect(job?.added).toBeGreaterThan(0);
    expect(job?.added).toBeLessThan(900);
    await jobs.undo(1);
    expect(await ended(jobs)).toEqual([]);
    expect(await library.counts()).toMatchObject({ articles: 0, outlets: [] });
  });

  test('that is undone leaves what was there before, replaced texts included', async () => {
    const world = newWorld();
    const jobs = jobsOver(world);
    await jobs.begin([stage(world, 'before.jsonl', records(3))]);
    await ended(jobs);
    const library = world.libraries[0]!;
    await jobs.begin([
      stage(world, 'after.jsonl', [record(1, { text: textOf(50) }), record(2), record(9)].join('\n')),
    ]);
    const [after] = await ended(jobs);
    expect(after).toMatchObject({ added: 1, revised: 1, unchanged: 1 });
    await jobs.undo(after!.number);
    expect(await ended(jobs)).toHaveLength(1);
    expect(await ids(library)).toEqual(['n0', 'n1', 'n2']);
    const revisions = await library.revisions('n1');
    expect(revisions.map(({ text }) => text)).toEqual([textOf(1)]);
  });

  test('leaves no posting of what was undone', async () => {
    const world = newWorld();
    const jobs = jobsOver(world);
    await jobs.begin([stage(world, 'news.jsonl', records(200))]);
    await ended(jobs);
    await jobs.undo(1);
    await ended(jobs);
    const library = world.libraries[0]!;
    await library.whenQuiet();
    expect(await library.health()).toMatchObject({ articles: 0, postings: { keys: 0, terms: 0 }, dead: 0 });
  });

  test('tells which texts stand nearly whole in another article', async () => {
    const world = newWorld();
    const jobs = jobsOver(world);
    const text = Array.from({ length: 12 }, (_, n) => textOf(n)).join('\n\n');
    const file = stage(
      world,
      'news.jsonl',
      [
        JSON.stringify({ id: 'a', text }),
        JSON.stringify({ id: 'b', text: `${text}\n\nThe editors thank the agency.` }),
        JSON.stringify({ id: 'c', text: Array.from({ length: 12 }, (_, n) => textOf(n + 20)).join('\n\n') }),
      ].join('\n'),
    );
    expect(await jobs.preview(file.staged, null)).toMatchObject({ articles: 3, near: 1, held: 0 });
    await jobs.begin([file]);
    expect(await ended(jobs)).toMatchObject([{ added: 3, near: 1 }]);
  });

  test('takes numbers that count the rows of another file for other articles', async () => {
    const world = newWorld();
    const jobs = jobsOver(world);
    const file = (name: string, seed: number) =>
      stage(
        world,
        name,
        ['1', '2'].map((id, n) => JSON.stringify({ id, text: textOf(seed + n) })).join('\n'),
      );
    await jobs.begin([file('north.jsonl', 10), file('south.jsonl', 20)]);
    expect(await ended(jobs)).toMatchObject([{ added: 4, revised: 0 }]);
    expect(await ids(world.libraries[0]!)).toEqual([
      'north.jsonl, 1',
      'north.jsonl, 2',
      'south.jsonl, 1',
      'south.jsonl, 2',
    ]);
    await jobs.begin([file('north.jsonl', 10), file('south.jsonl', 20)]);
    expect((await ended(jobs))[0]).toMatchObject({ added: 0, revised: 0, unchanged: 4 });
  });

  test('does not believe a date of the future', async () => {
    const world = newWorld();
    const jobs = jobsOver(world);
    await jobs.begin([
      stage(
        world,
        'news.jsonl',
        [record(1, { published: '2031-01-01' }), record(2, { published: '2026-02-01' })].join('\n'),
      ),
    ]);
    await ended(jobs);
    const { records: held } = await world.libraries[0]!.exportFrom(0, 1_000_000);
    expect(held.map(({ published }) => published)).toEqual([null, '2026-02-01']);
  });
});

describe('articles of a backup', () => {
  const line = record(1, {
    stamps: { published: null, first_seen: { at: '2025-11-02T08:00:00.000Z', precision: 'minute' } },
    from: { kind: 'feed', name: 'The Courier' },
  });

  test('keep when they were first seen and where they came from; coming again changes nothing', async () => {
    const world = newWorld();
    const jobs = jobsOver(world);
    await jobs.begin([{ ...stage(world, 'backup.jsonl', line), restored: true }]);
    await ended(jobs);
    const [held] = (await world.libraries[0]!.exportFrom(0, 1_000_000)).records;
    expect(held).toMatchObject({
      from: { kind: 'feed', name: 'The Courier' },
      stamps: { first_seen: { at: '2025-11-02T08:00:00.000Z' } },
    });
    await jobs.begin([{ ...stage(world, 'backup.jsonl', line), restored: true }]);
    expect((await ended(jobs))[0]).toMatchObject({ added: 0, revised: 0, unchanged: 1 });
  });

  test('are only believed in a backup: a file of somebody else says nothing of when it was seen here', async () => {
    const world = newWorld();
    const jobs = jobsOver(world);
    await jobs.begin([stage(world, 'news.jsonl', line)]);
    await ended(jobs);
    const [held] = (await world.libraries[0]!.exportFrom(0, 1_000_000)).records;
    expect(held).toMatchObject({ from: { kind: 'import', name: 'news.jsonl' } });
    expect(held?.stamps.first_seen.at).toBe('2026-03-01T10:00:00.000Z');
  });
});

describe('a preview', () => {
  test('counts, shows the first rows and the guessed columns, and stores nothing', async () => {
    const world = newWorld();
    const jobs = jobsOver(world);
    const rows = Array.from(
      { length: 300 },
      (_, n) => `Story ${n},The Courier,2026-01-0${(n % 9) + 1},"${textOf(n)}"`,
    );
    const { staged } = stage(world, 'news.csv', ['headline,section,date,content', ...rows].join('\n'));
    const preview = await jobs.preview(staged, null);
    expect(preview).toMatchObject({
      records: 300,
      more: false,
      looked: 60,
      articles: 60,
      refusals: 0,
      table: { map: { title: 0, published: 2, text: 3 } },
    });
    expect(preview.rows[0]).toMatchObject({ title: 'Story 0', outlet: null, published: '2026-01-01' });
    const changed = await jobs.preview(staged, { title: 0, published: 2, text: 3, outlet: 1 });
    expect(changed.rows[0]).toMatchObject({ outlet: 'The Courier' });
    expect((await world.libraries[0]!.counts()).articles).toBe(0);
  });

  test('counts an id that comes again with another text among what cannot be taken', async () => {
    const world = newWorld();
    const text = [record(1), record(2), record(1), record(2, { text: textOf(7) })].join('\n');
    const { staged } = stage(world, 'news.jsonl', text);
    const preview = await jobsOver(world).preview(staged, null);
    expect(preview).toMatchObject({ records: 4, articles: 3, refusals: 1 });
    expect(preview.refused).toEqual([
      { where: 'news.jsonl, line 4', why: expect.stringContaining('was used before (news.jsonl, line 2)') },
    ]);
  });

  test('counts the dates that are not believed or not plain', async () => {
    const world = newWorld();
    const dates = ['2031-01-01', '05/04/2025', '31/12/2025', null];
    const text = dates.map((published, n) => record(n, { published })).join('\n');
    const { staged } = stage(world, 'news.jsonl', text);
    const preview = await jobsOver(world).preview(staged, null);
    expect(preview).toMatchObject({ articles: 4, undated: 2 });
    expect(preview.rows.map(({ published }) => published)).toEqual([null, null, '2025-12-31', null]);
  });

  test('of a file that is gone says what to do', async () => {
    await expect(jobsOver(newWorld()).preview(7, null)).rejects.toThrow('problem_file_gone');
  });
});
