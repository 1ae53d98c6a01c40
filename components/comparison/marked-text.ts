import type { Passage } from '@/lib/core/alignment/types';
import type { Span } from '@/lib/core/article';

/** A run of a text drawn in one way. */
export interface Run {
  text: string;
  /** Place in the match's passages; `null` outside of them. */
  passage: number | null;
  kind: Passage['kind'] | null;
  /** Whether the passage begins with this run: it carries the anchor the other text links to. */
  first: boolean;
  /** Words that do not stand in the other text's version of the passage. */
  only: boolean;
}

/** One side of an aligned passage, with the words of it that the other side does not have. */
export interface SidePassage {
  span: Span;
  kind: Passage['kind'];
  only: Span[];
}

/**
 * A text cut into paragraphs, and those into runs by the passages they belong to. Where two passages claim the same
 * words (a text that repeats itself), the earlier one has them.
 */
export function markText(text: string, passages: readonly SidePassage[]): Run[][] {
  const owner = passages
    .map(({ span, kind, only }, passage) => ({ span, kind, only, passage }))
    .sort((a, b) => a.span.start - b.span.start || a.passage - b.passage);
  const anchored = new Set<number>();
  return paragraphSpans(text).map((paragraph) => {
    const runs: Run[] = [];
    const push = (start: number, end: number, of: (typeof owner)[number] | null, only: boolean) => {
      if (start >= end) return;
      const first = of !== null && !anchored.has(of.passage);
      if (of !== null) anchored.add(of.passage);
      runs.push({
        text: text.slice(start, end),
        passage: of?.passage ?? null,
        kind: of?.kind ?? null,
        first,
        only,
      });
    };
    let at = paragraph.start;
    for (const passage of owner) {
      const start = Math.max(at, passage.span.start);
      const end = Math.min(paragraph.end, passage.span.end);
      if (start >= end) continue;
      push(at, start, null, false);
      at = start;
      for (const only of passage.only) {
        const from = Math.max(at, only.start);
        const to = Math.min(end, only.end);
        if (from >= to) continue;
        push(at, from, passage, false);
        push(from, to, passage, true);
        at = to;
      }
      push(at, end, passage, false);
      at = end;
    }
    push(at, paragraph.end, null, false);
    return runs;
  });
}

/** Lines that hold more than spaces. */
function paragraphSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  while (start <= text.length) {
    const stop = text.indexOf('\n', start);
    const end = stop === -1 ? text.length : stop;
    if (text.slice(start, end).trim() !== '') spans.push({ start, end });
    start = end + 1;
  }
  return spans;
}
