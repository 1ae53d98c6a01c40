// Runs one benchmark of this folder: `node tests/bench/run.mjs quality`. Its default export is called and awaited.
import path from 'node:path';
import { runnerImport } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const [name, ...args] = process.argv.slice(2);
const { module } = await runnerImport(path.join(root, `tests/bench/${name}.ts`), {
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@': root } },
});
await module.default(args);
