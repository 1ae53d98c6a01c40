import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** One file with everything in it, so that `refrain` starts fast and needs nothing beside it. */
export default defineConfig({
  root,
  publicDir: false,
  // Not the one of the root: that builds on files which only `wxt prepare` makes, and this must run straight after `npm ci`.
  tsconfig: path.join(root, 'lib/core/tsconfig.json'),
  resolve: { alias: { '@': root } },
  ssr: { noExternal: true },
  build: {
    ssr: path.join(root, 'lib/cli/main.ts'),
    outDir: path.join(root, '.output/cli'),
    target: 'node20',
    minify: false,
    rollupOptions: {
      external: [...builtinModules, /^node:/],
      output: { entryFileNames: 'main.mjs', format: 'es', codeSplitting: false },
    },
  },
});
