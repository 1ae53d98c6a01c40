import { copyFile, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { emptyFolder, runNode } from '../cli/run-refrain';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A tree with a command line of three lines, and the real launcher and build settings. */
let tree = '';
const launch = () => runNode([path.join(tree, 'lib/cli/bin.mjs')]);
const source = (words: string) =>
  writeFile(path.join(tree, 'lib/cli/main.ts'), `const words: string = '${words}';\nconsole.log(words);\n`);

beforeAll(async () => {
  tree = await emptyFolder();
  await mkdir(path.join(tree, 'lib/cli'), { recursive: true });
  await mkdir(path.join(tree, 'lib/core'));
  await mkdir(path.join(tree, 'assets'));
  await Promise.all(
    [
      'lib/cli/bin.mjs',
      'lib/cli/vite.config.mjs',
      'lib/core/tsconfig.json',
      'package-lock.json',
      'tsconfig.json',
    ].map((file) => copyFile(file, path.join(tree, file))),
  );
  await symlink(path.resolve('node_modules'), path.join(tree, 'node_modules'));
  await source('first');
});

test('two commands started together on a fresh clone both work, and leave one build', async () => {
  const runs = await Promise.all([launch(), launch()]);
  expect(runs.map(({ code, stdout }) => [code, stdout])).toEqual([
    [0, 'first\n'],
    [0, 'first\n'],
  ]);
  const files = await readdir(path.join(tree, '.output/cli'));
  expect(files.filter((name) => name !== 'compiled')).toEqual(['main.mjs']);
});

test('it builds again only when a source has changed, come or gone', async () => {
  const built = path.join(tree, '.output/cli/main.mjs');
  const mark = async () =>
    writeFile(built, `${await readFile(built, 'utf8')}console.log('as built before');\n`);
  await mark();
  expect((await launch()).stdout).toBe('first\nas built before\n');

  await source('second');
  expect((await launch()).stdout).toBe('second\n');

  await mark();
  const added = path.join(tree, 'lib/cli/added.ts');
  await writeFile(added, '');
  await utimes(added, new Date(0), new Date(0));
  expect((await launch()).stdout).toBe('second\n');

  await mark();
  await rm(added);
  expect((await launch()).stdout).toBe('second\n');
});

test('a test beside its source is none of the sources', async () => {
  const built = path.join(tree, '.output/cli/main.mjs');
  const before = await readFile(built, 'utf8');
  await writeFile(path.join(tree, 'lib/cli/main.test.ts'), '');
  await launch();
  expect(await readFile(built, 'utf8')).toBe(before);
});
