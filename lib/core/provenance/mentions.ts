/**
 * Known outlets named in running text: capital letters decide, a longer capitalised name around a known one is somebody else's
 * ("Guardian Council", "Times Square"). One pass over the capitalised words.
 */
import {
  type KnownOutlet,
  knownOutlets,
  notInRunningText,
  type OutletTable,
} from '@/lib/core/article/outlet-table';
import { capitalisedWords } from './capitalised-words';

/** A known outlet's name in a text. */
export interface Mention {
  start: number;
  end: number;
  /** Canonical name. */
  outlet: string;
  /** The name is an everyday word or stands without its "The": only the plainest cues count. */
  doubtful: boolean;
}

interface Entry {
  name: string;
  known: KnownOutlet;
  needsArticle: boolean;
}

const firstWord = /^[\p{L}\p{M}\p{N}]+/u;

let index: { of: OutletTable; entries: Map<string, Entry[]> } | undefined;

/** Names by their first word, made anew when another table is in force. */
function entries(): Map<string, Entry[]> {
  const table = knownOutlets();
  if (index?.of !== table) index = { of: table, entries: entriesOf(table) };
  return index.entries;
}

function entriesOf(table: OutletTable): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const known of table.all) {
    for (const written of known.names) {
      if (
        notInRunningText.has(written) ||
        /^[a-z]+$/.test(written) !== /^(?:dpa|epd|euronews)$/.test(written)
      )
        continue;
      const name = written.replace(/^The\s+/, '');
      const first = firstWord.exec(name)?.[0];
      if (first === undefined || name.length < 2 || / \(/.test(name)) continue;
      const list = index.get(first) ?? [];
      list.push({ name, known, needsArticle: known.commonWord && /^The /.test(known.name) });
      index.set(first, list);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.name.length - a.name.length);
  return index;
}

const letter = /[\p{L}\p{N}]/u;
const afterName =
  /^\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)/u;

/** Known outlets in `text`, in order, not overlapping. */
export function knownMentions(text: string): Mention[] {
  const table = entries();
  const found: Mention[] = [];
  let from = 0;
  capitalisedWords(text, (start, wordEnd) => {
    if (start < from) return;
    const entry = table.get(text.slice(start, wordEnd))?.find(({ name }) => standsAt(text, start, name));
    if (!entry) return;
    const end = start + entry.name.length;
    const article = /(?:^|[^\p{L}])([Tt]he)\s+$/u.exec(text.slice(Math.max(0, start - 6), start));
    if (entry.needsArticle && !article) return;
    if (isPartOfLongerName(text, start, end, entry.known.commonWord && !article)) return;
    found.push({ start, end, outlet: entry.known.name, doubtful: entry.known.commonWord });
    from = end;
  });
  return found;
}

function standsAt(text: string, start: number, name: string): boolean {
  if (!text.startsWith(name, start)) return false;
  const after = text[start + name.length];
  return after === undefined || !letter.test(after);
}

/** A capitalised word right behind the name makes it another name, unless it is a day, a month or a reporter's name. */
function isPartOfLongerName(text: string, start: number, end: number, common: boolean): boolean {
  const after = text.slice(end, end + 60);
  if (/^[\s-]\p{Lu}/u.test(after) && !afterName.test(after)) return true;
  if (/^-\p{L}/u.test(after)) return true;
  if (!common) return false;
  const before = text.slice(Math.max(0, start - 30), start).replace(/[Tt]he\s+$/u, '');
  return /\p{Lu}[\p{L}’'-]*\s$/u.test(before) && !/[.!?”"]\s+\S+\s$/u.test(before);
}
