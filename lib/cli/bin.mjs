#!/usr/bin/env node
// Runs the command line, building it first when a source is newer than the last build. A published package ships it built.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const built = path.join(root, '.output/cli/main.mjs');

/** Newest modification time (ms) below a folder. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(place) : statSync(place).mtimeMs);
  }
  return latest;
}

const sources = [path.join(root, 'lib'), path.join(root, 'assets')];
if (
  !existsSync(built) ||
  (sources.every(existsSync) && Math.max(...sources.map(newest)) > statSync(built).mtimeMs)
) {
  const { build } = await import('vite');
  await build({ root, configFile: path.join(root, 'lib/cli/vite.config.mjs'), logLevel: 'error' });
}
await import(pathToFileURL(built).href);
