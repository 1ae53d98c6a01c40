import { readFileSync } from 'node:fs';

/** One line of `assets/demo/demo.jsonl`; its keys are explained in the README beside it. */
export interface DemoRecord {
  id: string;
  outlet: string;
  url: string;
  title: string;
  byline: string | null;
  /** ISO 8601 with time and zone. */
  published: string;
  /** Paragraphs parted by a blank line; empty for an item that is only a headline with its summary. */
  text: string;
  summary?: string;
  completeness?: string;
  section: string;
  links?: { text: string; href: string }[];
  /** Numbers of the paragraphs, from 0, that the page sets as block quotation. */
  blockquotes?: number[];
}

/** The demo stories, in the order of the file. */
export function demoRecords(): DemoRecord[] {
  const file = new URL('../../assets/demo/demo.jsonl', import.meta.url);
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
