import type { Passage } from '@/lib/core/alignment/types';
import type { SidePassage } from './marked-text';
import { wordChanges } from './word-changes';

/** The passages as each text sees them; a reworded one with the words that stand on its side only. */
export function pairPassages(
  passages: readonly Passage[],
  here: string,
  there: string,
): { here: SidePassage[]; there: SidePassage[] } {
  const sides: { here: SidePassage[]; there: SidePassage[] } = { here: [], there: [] };
  for (const { kind, here: hereSpan, there: thereSpan } of passages) {
    const only = kind === 'edited' ? wordChanges(here, hereSpan, there, thereSpan) : { here: [], there: [] };
    sides.here.push({ span: hereSpan, kind, only: only.here });
    sides.there.push({ span: thereSpan, kind, only: only.there });
  }
  return sides;
}
