import type { PackSelection } from '@/lib/app/messaging';
import { type PackedArticle, type PackFile, type PackKind, packInMemory, zipOf } from '@/lib/corpus/packs';
import { packedOf } from './packed-of-export';
import type { Asks } from './send-pack';

/** What the reader says of a pack they make. */
export interface PackWish {
  selection: PackSelection;
  kind: PackKind;
  title: string;
  licence: string;
}

/** A pack as one zip, to be saved. */
export interface MadePack {
  name: string;
  content: Blob;
  articles: number;
}

/**
 * Makes a pack of a part of the library: asks for the articles part by part and packs them in this page. `null` when nothing is
 * selected. @param tell how many articles are packed so far.
 */
export async function makePack(
  { selection, kind, title, licence }: PackWish,
  ask: Asks,
  now: Date,
  tell: (articles: number) => void,
): Promise<MadePack | null> {
  const files: PackFile[] = [];
  const about = {
    title: title.trim() || null,
    home: null,
    licence: licence.trim() || null,
    language: null,
    created: now.toISOString().slice(0, 10),
    expires: null,
    mirrors: [],
  };
  let articles = 0;
  async function* selected(): AsyncGenerator<PackedArticle> {
    for await (const article of selectedArticles(selection, kind, ask)) {
      articles += 1;
      if (articles % 50 === 0) {
        tell(articles);
        await new Promise((resolve) => setTimeout(resolve));
      }
      yield article;
    }
  }
  for await (const file of packInMemory(selected(), kind, about)) files.push(file);
  if (articles === 0) return null;
  const name = `${about.created}-${fileName(title)}.zip`;
  return { name, content: new Blob([zipOf(files)], { type: 'application/zip' }), articles };
}

async function* selectedArticles(
  selection: PackSelection,
  kind: PackKind,
  ask: Asks,
): AsyncGenerator<PackedArticle> {
  for (let cursor: number | null = 0; cursor !== null; ) {
    const part: { jsonl: string; next: number | null } = await ask('exportSelection', selection, cursor);
    for (const line of part.jsonl.split('\n')) if (line !== '') yield packedOf(JSON.parse(line), kind);
    cursor = part.next;
  }
}

/** A title as the name of a file. */
function fileName(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain.slice(0, 60) || 'pack';
}
