import type { Span } from '@/lib/core/article';
import { paragraphs } from '@/lib/core/text';

/** Fewer lines than this for each run between blank lines, and the blank lines are what parts the paragraphs. */
const linesPerParagraph = 4;

/**
 * Paragraphs of a text as whoever wrote the record parted them: by blank lines, or by single line ends where
 * blank lines are next to none.
 */
export function textBlocks(text: string): Span[] {
  const blocks = paragraphs(text);
  const lines = textLines(text, blocks);
  return lines.length >= blocks.length * linesPerParagraph ? lines : blocks;
}

/** Lines of the given trimmed paragraphs, trimmed too, empty ones left out. */
export function textLines(text: string, blocks: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const block of blocks) {
    const printed = text.slice(block.start, block.end);
    if (!printed.includes('\n')) {
      found.push(block);
      continue;
    }
    let start = block.start;
    for (const line of printed.split('\n')) {
      const trimmed = line.trim();
      const from = start + line.indexOf(trimmed);
      if (trimmed !== '') found.push({ start: from, end: from + trimmed.length });
      start += line.length + 1;
    }
  }
  return found;
}
