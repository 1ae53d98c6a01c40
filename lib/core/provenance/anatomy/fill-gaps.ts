import type { AnatomyPart, Credit } from '../types';

/** Parts for the blocks and for everything between them; runs without a word join their neighbour. */
export function fillGaps(
  text: string,
  blocks: readonly Omit<AnatomyPart, 'words'>[],
  whole: Credit | null,
  starts: Uint32Array,
): AnatomyPart[] {
  const parts: AnatomyPart[] = [];
  let word = 0;
  const countTo = (end: number) => {
    const from = word;
    while (word < starts.length && starts[word]! < end) word++;
    return word - from;
  };
  const own = (start: number, end: number) => {
    const words = countTo(end);
    if (words === 0) return;
    const run = text.slice(start, end).trimStart();
    const from = end - run.length;
    const voice = whole
      ? { kind: 'reprint' as const, source: whole.outlet, statedBy: whole.span }
      : { kind: 'own' as const, source: null, statedBy: null };
    parts.push({
      ...voice,
      span: { start: from, end: from + run.trimEnd().length },
      speaker: null,
      endMarked: true,
      words,
    });
  };
  let at = 0;
  for (const block of blocks) {
    own(at, block.span.start);
    const words = countTo(block.span.end);
    if (words > 0) parts.push({ ...block, words });
    at = block.span.end;
  }
  own(at, text.length);
  return parts;
}
