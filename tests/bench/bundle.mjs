// Bundles a module of this folder as the product is bundled: modules that are run one by one are measurably slower.
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const shared = {
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  // Not the one of the root, which builds on files that only `wxt prepare` makes.
  tsconfig: path.join(root, 'lib/core/tsconfig.json'),
  resolve: { alias: { '@': root } },
};

/** Bundles a module for Node, packages left outside. @returns the path of the bundle, as deep in the project as this folder is */
export async function bundleForNode(name) {
  const outDir = path.join(root, '.output/bench');
  const file = `${name}.mjs`;
  await build({
    ...shared,
    build: {
      ssr: path.join(root, `tests/bench/${name}.ts`),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: {
        external: [...builtinModules, /^node:/],
        output: { entryFileNames: file, format: 'es', codeSplitting: false },
      },
    },
  });
  return path.join(outDir, file);
}

/** Bundles a module for a browser, with everything in it. @returns its code, to be evaluated */
export async function bundleForBrowser(name) {
  const result = await build({
    ...shared,
    build: {
      write: false,
      lib: {
        entry: path.join(root, `tests/bench/${name}.ts`),
        formats: ['iife'],
        name: 'benchModule',
        fileName: name,
      },
    },
  });
  const [{ output }] = Array.isArray(result) ? result : [result];
  return output[0].code;
}
