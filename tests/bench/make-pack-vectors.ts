import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { aboutRiver, packFilesOf, vectorArticles } from '../fixtures/packs';

const place = path.resolve(import.meta.dirname, '../../docs/pack-vectors');

/** Writes the packs of docs/pack-vectors anew, without what is expected of them: `node tests/bench/run.mjs make-pack-vectors`. */
export default async function makePackVectors(): Promise<void> {
  for (const kind of ['full-text', 'evidence', 'fingerprint-only'] as const) {
    const folder = path.join(place, kind);
    await mkdir(folder, { recursive: true });
    for (const [name, bytes] of await packFilesOf(vectorArticles, kind, { about: aboutRiver })) {
      await writeFile(path.join(folder, name), bytes);
    }
  }
}
