import type { Passage } from '@/lib/core/alignment/types';
import type { SidePassage } from './marked-text';
import { wordChanges } from './word-changes';

/** The passages as each text sees them, with the words that stand on its side only: a passage may hold small changes. */
export function pairPassages(
  passages: readonly Passage[],
  here: string,
  there: string,
): { here: SidePassage[]; there: SidePassage[] } {
  const sides: { here: SidePassage[]; there: SidePassage[] } = { here: [], there: [] };
  for (const { kind, here: hereSpan, there: thereSpan } of passages) {
    const only = wordChanges(here, hereSpan, there, thereSpan);
    sides.here.push({ span: hereSpan, kind, only: only.here });
    sides.there.push({ span: thereSpan, kind, only: only.there });
  }
  return sides;
}
