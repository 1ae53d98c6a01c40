import type { PackAnswer, PackFacts } from '@/lib/app/messaging';
import { openPack, type PackRefused, type PackSource, zipSource } from '@/lib/corpus/packs';
import { factsOfOpened } from './facts';
import { inWords } from './in-words';
import { type Asks, sendPack } from './send-pack';

/** A pack that the reader chose from their files, looked at before anything of it is stored. */
export interface ChosenPack {
  facts: PackFacts;
  /** Hands it to the library. */
  add: (tell: (there: number, of: number) => void) => Promise<PackAnswer>;
}

/** Largest zip that is read at all, in bytes. */
const largestZip = 512_000_000;

/** Looks at chosen files: one zip, or a manifest with the files that belong to it. */
export async function chosenPack(
  files: readonly File[],
  ask: Asks,
): Promise<ChosenPack | { refused: string }> {
  const opened = await sourceOf(files);
  if ('why' in opened) return { refused: inWords(opened) };
  const pack = await openPack(opened.source);
  if (pack.status === 'refused') return { refused: inWords(pack) };
  return { facts: factsOfOpened(pack), add: (tell) => sendPack(opened.source, ask, tell) };
}

async function sourceOf(files: readonly File[]): Promise<{ source: PackSource } | PackRefused> {
  const [first] = files;
  if (files.length === 1 && first && /\.zip$/i.test(first.name)) {
    return first.size > largestZip
      ? { status: 'refused', where: first.name, why: 'the file is larger than a pack can be.' }
      : zipSource(await bytesOf(first));
  }
  const byName = new Map(files.map((file) => [file.name, file]));
  return {
    source: async (name) => {
      const file = byName.get(name);
      return file ? bytesOf(file) : null;
    },
  };
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}
