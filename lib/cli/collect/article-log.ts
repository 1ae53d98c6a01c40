import { appendFile, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '@/lib/core/article';
import { linesOf } from '../files';

/** A record of a collected article, as every command reads it; `first_seen` is ours. */
export interface CollectedRecord {
  id: string;
  outlet: string | null;
  url: string | null;
  title: string | null;
  byline: string | null;
  published: string | null;
  language: string | null;
  summary: string | null;
  text: string | null;
  completeness: Article['completeness'];
  first_seen: string;
}

/** Where the last record of an id stands. */
interface Held {
  file: string;
  line: number;
  firstSeen: string;
  hasText: boolean;
}

/** The collected articles: one JSONL file a day, only ever appended to while feeds are asked; of one id the last record counts. */
export interface ArticleLog {
  /** Whether the full text of an id is held. */
  hasText(id: string): boolean;
  /** Adds a record; what would say less than the one that is held is left out. */
  put(record: CollectedRecord): Promise<'added' | 'revised' | 'unchanged'>;
  /** Takes out the records that later ones replaced. Gives the files that hold articles. */
  tidy(): Promise<string[]>;
}

/** Opens the log in a folder, making it where it is not there. A last line that was cut short by a kill is left out. */
export async function openArticleLog(folder: string, today: string): Promise<ArticleLog> {
  await mkdir(folder, { recursive: true });
  const held = new Map<string, Held>();
  const counts = new Map<string, number>();
  for (const name of await dayFiles(folder)) {
    const file = path.join(folder, name);
    for await (const { number, text } of linesOf(file)) {
      counts.set(file, number);
      const record = recordIn(text);
      if (record !== null) held.set(record.id, heldAt(file, number, record));
    }
  }
  const todays = path.join(folder, `${today}.jsonl`);

  return {
    hasText: (id) => held.get(id)?.hasText ?? false,

    async put(record) {
      const before = held.get(record.id);
      if (before?.hasText && record.text === null) return 'unchanged';
      const kept = { ...record, first_seen: before?.firstSeen ?? record.first_seen };
      const line = (counts.get(todays) ?? 0) + 1;
      await appendFile(todays, `${JSON.stringify(kept)}\n`);
      counts.set(todays, line);
      held.set(record.id, heldAt(todays, line, kept));
      return before ? 'revised' : 'added';
    },

    async tidy() {
      const files: string[] = [];
      for (const name of await dayFiles(folder)) {
        const file = path.join(folder, name);
        const lines: string[] = [];
        let all = 0;
        for await (const { number, text } of linesOf(file)) {
          all += 1;
          const id = recordIn(text)?.id;
          const place = id === undefined ? undefined : held.get(id);
          if (place?.file === file && place.line === number) lines.push(`${text}\n`);
        }
        if (lines.length < all) await replace(file, lines.join(''));
        if (lines.length > 0) files.push(file);
      }
      return files;
    },
  };
}

async function dayFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}-\d{2}-\d{2}\.jsonl$/.test(name)).sort();
}

function heldAt(file: string, line: number, { first_seen, text }: CollectedRecord): Held {
  return { file, line, firstSeen: first_seen, hasText: text !== null };
}

/** Only we write these lines; what is none of ours is a line that a kill cut short. */
function recordIn(line: string): CollectedRecord | null {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function replace(file: string, content: string): Promise<void> {
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}
