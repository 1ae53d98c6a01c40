import 'fake-indexeddb/auto';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ReaderProblem } from '@/lib/app/messaging';
import { chosenPack } from '@/lib/app/packs';
import { type PackSigner, signerFrom, zipOf } from '@/lib/corpus/packs';
import type { Wanted } from '@/lib/corpus/sources/fetching';
import { type Library, openLibrary } from '@/lib/corpus/store';
import { flood, packFilesOf } from '@/tests/fixtures/packs';
import { packs as packsOf } from './packs';
import { subscriptions } from './subscriptions';

type Files = Awaited<ReturnType<typeof packFilesOf>>;

const river = 'https://packs.example/river/';
let libraries = 0;

/** A background with a library of its own, and servers made of files by folder. */
async function background() {
  const world = {
    now: Date.parse('2024-05-06T07:08:09Z'),
    folders: new Map<string, Files>(),
    granted: true,
    asked: [] as string[],
    changes: 0,
  };
  const library = await openLibrary({ name: `packs-${libraries++}`, now: () => new Date(world.now) });
  const fetch = async ({ url, headers, mostBytes = 0 }: Wanted) => {
    if (!world.granted) return { status: 'not-granted' } as const;
    world.asked.push(url.slice('https://'.length));
    const folder = [...world.folders.keys()].find((one) => url.startsWith(one));
    if (folder === undefined) return { status: 'unreachable', received: 0 } as const;
    const bytes = world.folders.get(folder)?.get(url.slice(folder.length));
    const answered = { status: 'answered', url } as const;
    if (!bytes) return { ...answered, code: 404, headers: new Headers(), bytes: new Uint8Array(0) };
    if (bytes.length > mostBytes) return { status: 'too-large', received: mostBytes } as const;
    const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
    const same = headers?.['If-None-Match'] === etag;
    return { ...answered, code: same ? 304 : 200, headers: new Headers({ etag }), bytes };
  };
  const packs = packsOf({
    shelf: async () => library.packs,
    subscriptions: subscriptions(),
    fetch,
    now: () => new Date(world.now),
    random: () => 0.5,
    pause: async () => undefined,
    changed: async () => {
      world.changes++;
    },
  });
  return { world, packs, library };
}

const day = (at: string) => ({ at, precision: 'day', from: 'import' }) as const;
const march = () => packFilesOf([flood('a'), flood('b', { published: day('2024-05-01') })], 'full-text');
/** The same pack a day on: a new day, and no other file changed. */
const april = () =>
  packFilesOf(
    [flood('a'), flood('b', { published: day('2024-05-01') }), flood('c', { published: day('2024-05-02') })],
    'full-text',
  );

async function idsOf(library: Library): Promise<string[]> {
  const { records } = await library.exportFrom(0, 1e6);
  return records.map(({ id, from }) => `${from.name}: ${id}`).sort();
}

beforeEach(() => fakeBrowser.reset());

describe('what a pack says of outlets', () => {
  test('comes with its subscription, is told of, and goes with it', async () => {
    const { world, packs } = await background();
    const said = { says: 'belongs-to', outlet: 'courier.example', owner: 'Lunde Media' } as const;
    const known = { says: 'is-called', outlet: 'cnn.com', name: 'The Lunde Courier' } as const;
    world.folders.set(
      river,
      await packFilesOf([flood('a')], 'full-text', { about: { outlets: [known, said] } }),
    );
    const { packs: listed } = await packs.add(river);
    expect(listed[0]?.facts?.outletsSaid).toBe(2);
    expect(await subscriptions().outlets()).toEqual([said]);
    await packs.remove(listed[0]!.name);
    expect(await subscriptions().outlets()).toEqual([]);
  });
});

describe('a pack by address', () => {
  test('is looked at without storing anything, then taken, listed with its facts and looked after', async () => {
    const { world, packs, library } = await background();
    world.folders.set(river, await march());
    expect(await packs.preview(`${river}manifest.json#top`)).toMatchObject({
      address: river,
      held: false,
      facts: {
        title: 'River papers',
        kind: 'full-text',
        articles: 2,
        licence: 'CC BY 4.0',
        signature: 'none',
      },
    });
    expect(await idsOf(library)).toEqual([]);
    const { packs: listed, refused } = await packs.add(river);
    expect(refused).toBeNull();
    expect(listed).toMatchObject([
      {
        name: 'River papers',
        address: river,
        failure: null,
        facts: { articles: 2 },
        coming: null,
        lastUpdate: '2024-05-06T07:08:09.000Z',
        next: '2024-05-07T08:20:09.000Z',
      },
    ]);
    expect(await idsOf(library)).toEqual(['River papers: a', 'River papers: b']);
    expect(await fakeBrowser.alarms.get('update-packs')).toMatchObject({
      scheduledTime: Date.parse('2024-05-07T08:20:09Z'),
    });
  });

  test('is asked for nothing new when nothing is new, and for changed files only', async () => {
    const { world, packs, library } = await background();
    world.folders.set(river, await march());
    await packs.add(river);
    world.asked.length = 0;
    await packs.updateNow('River papers');
    expect(world.asked).toEqual(['packs.example/river/manifest.json']);
    world.folders.set(river, await april());
    world.now = Date.parse('2024-05-07T10:00:00Z');
    await packs.onAlarm({ name: 'update-packs' });
    expect(world.asked.slice(1)).toEqual([
      'packs.example/river/manifest.json',
      'packs.example/river/2024-05-02.rfp.gz',
    ]);
    expect(await idsOf(library)).toEqual(['River papers: a', 'River papers: b', 'River papers: c']);
  });

  test.each([
    ['does not answer', (world: World) => world.folders.delete(river), 'could not be reached'],
    [
      'is no longer granted',
      (world: World) => Object.assign(world, { granted: false }),
      'may not ask packs.example',
    ],
    [
      'lacks a file',
      (world: World) => world.folders.get(river)?.delete('2024-05-02.rfp.gz'),
      'does not have this file',
    ],
    [
      'gives a file that is damaged',
      (world: World) => world.folders.get(river)?.get('2024-05-02.rfp.gz')?.fill(7, 20),
      'SHA-256 differs',
    ],
  ])('whose server %s keeps its old state, says why and is tried again later', async (_, spoil, why) => {
    const { world, packs, library } = await background();
    world.folders.set(river, await march());
    await packs.add(river);
    const before = await library.exportFrom(0, 1e6);
    world.folders.set(river, await april());
    spoil(world);
    const [failed] = await packs.updateNow('River papers');
    expect(failed).toMatchObject({
      failure: expect.stringContaining(why),
      facts: { articles: 2 },
      coming: null,
    });
    expect(failed?.next).toBe('2024-05-06T08:11:09.000Z');
    expect(await library.exportFrom(0, 1e6)).toEqual(before);
    const again = await packs.updateNow('River papers');
    expect(again[0]?.next).toBe('2024-05-06T09:14:09.000Z');
    world.granted = true;
    world.folders.set(river, await april());
    expect((await packs.updateNow('River papers'))[0]).toMatchObject({
      failure: null,
      facts: { articles: 3 },
    });
  });

  test('is fetched from a mirror where its own address fails', async () => {
    const { world, packs, library } = await background();
    const mirror = 'https://mirror.example/river/';
    const about = { mirrors: ['http://192.168.0.1/admin/', mirror] };
    const files = await packFilesOf([flood('a')], 'full-text', { about });
    world.folders.set(river, files);
    await packs.add(river);
    const next = await packFilesOf([flood('a'), flood('b', { published: null })], 'full-text', { about });
    world.folders.delete(river);
    world.folders.set(mirror, next);
    expect((await packs.updateNow('River papers'))[0]?.failure).toBeNull();
    expect(world.asked.filter((url) => url.startsWith('192.'))).toEqual([]);
    expect(await idsOf(library)).toEqual(['River papers: a', 'River papers: b']);
  });

  test('that cannot be taken is not subscribed to, and nothing of it stays', async () => {
    const { world, packs, library } = await background();
    const files = await april();
    files.get('2024-05-02.rfp.gz')?.fill(0, 30);
    world.folders.set(river, files);
    const { packs: listed, refused } = await packs.add(river);
    expect([listed, refused]).toEqual([[], expect.stringContaining('2024-05-02.rfp.gz: ')]);
    expect([await idsOf(library), (await library.counts()).articles]).toEqual([[], 0]);
    expect(await library.packs.list()).toEqual([]);
  });

  test('leaves with its articles and no other', async () => {
    const { world, packs, library } = await background();
    world.folders.set(river, await march());
    const lake = 'https://packs.example/lake/';
    world.folders.set(lake, await packFilesOf([flood('a')], 'fingerprint-only'));
    await packs.add(river);
    expect((await packs.add(lake)).packs[1]?.name).toBe('River papers (2)');
    expect((await packs.remove('River papers')).map(({ name }) => name)).toEqual(['River papers (2)']);
    expect(await idsOf(library)).toEqual(['River papers (2): a']);
  });

  test('that is no web address is refused in words', async () => {
    const { packs } = await background();
    await expect(packs.add('file:///etc/passwd')).rejects.toThrow(ReaderProblem);
    await expect(packs.preview('river')).rejects.toThrow(ReaderProblem);
  });
});

describe('who signs a pack', () => {
  async function newSigner(): Promise<PackSigner> {
    const { privateKey } = generateKeyPairSync('ed25519');
    return (await signerFrom(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()))!;
  }

  test('is remembered, and nobody else may change it', async () => {
    const { world, packs } = await background();
    const signer = await newSigner();
    const by = (signer: PackSigner | null, id: string) =>
      packFilesOf([flood(id)], 'full-text', signer ? { signer } : {});
    world.folders.set(river, await by(signer, 'a'));
    expect((await packs.add(river)).packs[0]?.facts).toMatchObject({ signature: 'good', signer: signer.key });
    for (const other of [null, await newSigner()]) {
      world.folders.set(river, await by(other, 'bb'));
      const [failed] = await packs.updateNow('River papers');
      expect(failed?.failure).toContain('no longer signed with the key');
    }
    world.folders.set(river, await by(signer, 'bb'));
    expect((await packs.updateNow('River papers'))[0]?.failure).toBeNull();
  });

  test('an older state is not put in the place of a newer one', async () => {
    const { world, packs } = await background();
    const of = (created: string, id: string) => packFilesOf([flood(id)], 'full-text', { about: { created } });
    world.folders.set(river, await of('2024-05-02', 'a'));
    await packs.add(river);
    world.folders.set(river, await of('2024-05-01', 'bb'));
    expect((await packs.updateNow('River papers'))[0]?.failure).toContain('older than the one held');
  });
});

describe('a pack from files', () => {
  const asFile = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name);
  const filesOf = (files: Files) => Array.from(files, ([name, bytes]) => asFile(name, bytes));
  const zipFile = (files: Files) =>
    asFile('river.zip', zipOf(Array.from(files, ([name, bytes]) => ({ name, bytes }))));

  /** What the options page asks, answered by this background. */
  const askOf = (packs: Awaited<ReturnType<typeof background>>['packs']) =>
    (async (question: string, ...args: never[]) => {
      const answers: Record<string, (...args: never[]) => unknown> = {
        offerPack: packs.offer,
        sendPackFile: packs.receive,
        endPackFile: packs.end,
        packs: packs.list,
      };
      return answers[question]?.(...args);
    }) as Parameters<typeof chosenPack>[1];

  test.each([
    ['its files', filesOf],
    ['a zip', (files: Files) => [zipFile(files)]],
  ])('comes as %s, is looked at first, and updated by a later one', async (_, chosen) => {
    const { packs, library } = await background();
    const told: number[] = [];
    const pack = await chosenPack(chosen(await march()), askOf(packs));
    if ('refused' in pack) throw new Error(pack.refused);
    expect([pack.facts.articles, await idsOf(library)]).toEqual([2, []]);
    const { packs: listed, refused } = await pack.add((there) => told.push(there));
    expect([refused, told]).toEqual([null, [0, 1]]);
    expect(listed).toMatchObject([
      { name: 'River papers', address: null, next: null, facts: { articles: 2 } },
    ]);
    const later = await chosenPack(chosen(await april()), askOf(packs));
    if ('refused' in later) throw new Error(later.refused);
    await later.add((there) => told.push(there));
    expect(told).toEqual([0, 1, 0]);
    expect(await idsOf(library)).toHaveLength(3);
    expect(await packs.list()).toHaveLength(1);
  });

  test('with a file missing or damaged changes nothing', async () => {
    const { packs, library } = await background();
    const files = await april();
    const missing = filesOf(files).filter(({ name }) => name !== '2024-05-02.rfp.gz');
    files.get('2024-05-02.rfp.gz')?.fill(0, 30);
    for (const chosen of [missing, filesOf(files)]) {
      const pack = await chosenPack(chosen, askOf(packs));
      if ('refused' in pack) throw new Error(pack.refused);
      expect((await pack.add(() => undefined)).refused).toContain('2024-05-02.rfp.gz: ');
      expect([await idsOf(library), await packs.list(), await library.packs.list()]).toEqual([[], [], []]);
    }
  });

  test('that are none is refused before anything is asked', async () => {
    const { packs } = await background();
    for (const file of [asFile('a.zip', new Uint8Array(40)), asFile('manifest.json', new Uint8Array(2))]) {
      expect(await chosenPack([file], askOf(packs))).toHaveProperty('refused');
    }
  });
});

type World = Awaited<ReturnType<typeof background>>['world'];
