#!/usr/bin/env node
// Runs the command line, building it first when its sources are not those of the last build. A published package ships it built.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const built = path.join(root, '.output/cli/main.mjs');
/** What V8 made of the build before: a command starts in three quarters of the time. Node 20 has no such store. */
const compiled = path.join(root, '.output/cli/compiled');

/** Newest modification time (ms) and number of the files below a place that go into the build. */
function look(place, seen) {
  const entry = statSync(place);
  if (entry.isDirectory()) {
    for (const name of readdirSync(place)) look(path.join(place, name), seen);
  } else if (!/\.test\.tsx?$/.test(place)) {
    seen.files += 1;
    seen.newest = Math.max(seen.newest, entry.mtimeMs);
  }
  return seen;
}

/** What the build is made from, in one line; the built file carries it as its first. */
function stampOf(sources) {
  const { newest, files } = sources.reduce((seen, place) => look(place, seen), { newest: 0, files: 0 });
  return `// built from ${files} files, newest ${newest}`;
}

function stampOfBuild() {
  if (!existsSync(built)) return null;
  const file = openSync(built, 'r');
  try {
    const head = Buffer.alloc(120);
    return head.toString('utf8', 0, readSync(file, head)).split('\n', 1)[0];
  } finally {
    closeSync(file);
  }
}

/** Builds beside the old build and then takes its place at once, so that two commands started together never meet half a file. */
async function build(stamp) {
  const vite = await import('vite');
  const result = await vite.build({
    root,
    configFile: path.join(root, 'lib/cli/vite.config.mjs'),
    logLevel: 'error',
    build: { write: false },
  });
  const [main, ...others] = result.output;
  if (others.length > 0) throw new Error(`The build made ${others.length + 1} files; it must make one.`);
  const beside = `${built}.${process.pid}`;
  mkdirSync(path.dirname(built), { recursive: true });
  rmSync(compiled, { recursive: true, force: true });
  writeFileSync(beside, `${stamp}\n${main.code}`);
  renameSync(beside, built);
}

const sources = ['lib', 'assets', 'package-lock.json'].map((name) => path.join(root, name));
if (sources.every(existsSync)) {
  const stamp = stampOf(sources);
  if (stamp !== stampOfBuild()) await build(stamp);
}
module.enableCompileCache?.(compiled);
await import(pathToFileURL(built).href);
