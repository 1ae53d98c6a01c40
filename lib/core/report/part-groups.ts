import type { AnatomyPart } from '@/lib/core/provenance/types';

/** Parts of one kind, source and speaker, as one line of the list. */
export interface PartGroup {
  /** Stands for all of them: their words added up, marked only if each end is. */
  whole: AnatomyPart;
  /** Places in `PageAnatomy.parts`. */
  parts: number[];
}

/** Parts put together by whose words they are, the largest share first. */
export function groupParts(parts: readonly AnatomyPart[]): PartGroup[] {
  const groups = new Map<string, PartGroup>();
  parts.forEach((part, index) => {
    const key = JSON.stringify([part.kind, part.source, part.speaker, part.creditedElsewhere]);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { whole: { ...part }, parts: [index] });
      return;
    }
    group.whole.words += part.words;
    group.whole.endMarked &&= part.endMarked;
    group.parts.push(index);
  });
  return [...groups.values()].sort((a, b) => b.whole.words - a.whole.words);
}
