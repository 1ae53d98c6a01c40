// Builds the packs that come with the extension: `npm run packs`. Needed when what a pack holds of an article changes.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const seeds = path.resolve(root, '../shared/data/seeds');

/** Runs `refrain pack build` in a folder; articles without an address go by their file's name there. */
function build(cwd, name, ...args) {
  const out = path.join(process.argv[2] ?? path.join(root, 'assets/public/packs'), name);
  const command = [
    path.join(root, 'lib/cli/bin.mjs'),
    'pack',
    'build',
    '--out',
    out,
    '--language',
    'en',
    '--stable',
    ...args,
  ];
  execFileSync(process.execPath, command, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
}

build(
  path.join(root, 'assets/demo'),
  'demo',
  '--title',
  'Demo stories',
  '--licence',
  'MIT',
  '--created',
  '2026-03-30',
  'demo.jsonl',
);
if (existsSync(seeds)) {
  build(
    seeds,
    'starter',
    '--fingerprint-only',
    '--title',
    'Starter pack: five stories of 2017',
    '--created',
    '2026-03-30',
    ...readdirSync(seeds).filter((name) => name.endsWith('.txt')),
  );
} else console.error('The starter pack was left as it is: its articles (../shared/data/seeds) are not here.');
