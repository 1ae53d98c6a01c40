// Runs one benchmark of this folder: `node tests/bench/run.mjs quality`. Its default export is called and awaited.
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle.mjs';

const [name, ...args] = process.argv.slice(2);
const module = await import(pathToFileURL(await bundleForNode(name)).href);
await module.default(args);
