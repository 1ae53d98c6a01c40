import type { BackupFiles } from '@/components/settings';
import { packAddresses, readBackup, writeBackup } from '@/lib/corpus/sources/backup';
import { chunksOf } from '@/lib/corpus/sources/imports/chunks';

/** Backup files are written and read here, in the page: they may be as large as the library. */
export const backupFiles: BackupFiles = {
  async write(files, part) {
    const pieces: BlobPart[] = [];
    async function* articles() {
      for (let cursor: number | null = 0; cursor !== null; ) {
        const { jsonl, next }: { jsonl: string; next: number | null } = await part(cursor);
        yield jsonl;
        cursor = next;
      }
    }
    for await (const piece of writeBackup({ files, articles: articles(), made: new Date() }))
      pieces.push(piece);
    return new Blob(pieces, { type: 'application/zip' });
  },

  async read(file) {
    const outcome = await readBackup(chunksOf(file), true);
    if (outcome.status === 'refused') return { refused: outcome.why };
    const { manifest, damaged, texts, parts } = outcome;
    return {
      made: manifest.made,
      count: manifest.articles,
      articles: new File(parts, `${file.name}.jsonl`),
      damaged,
      settings: jsonIn(texts.get('settings.json')),
      opml: texts.get('feeds.opml') ?? null,
      packs: packAddresses(jsonIn(texts.get('packs.json'))),
    };
  },
};

/** Its checksum is right, so it is as it was written; anything else is as good as none. */
function jsonIn(text: string | undefined): unknown {
  if (text === undefined) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
