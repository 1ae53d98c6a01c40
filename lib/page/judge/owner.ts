import { ownerIn } from '@/lib/core/article';
import type { GatheredBlock } from '@/lib/page/gathered';

/** Blocks at the foot of a page that are looked at, from its end. */
const footBlocks = 60;

/** The line behind the article that names who owns the outlet, as printed; `null` where none does. */
export function readOwnerLine(blocks: readonly GatheredBlock[], lastOfBody: number): string | null {
  const foot = blocks.slice(Math.max(lastOfBody + 1, blocks.length - footBlocks));
  const lines = foot.flatMap(({ text }) => text.split('\n'));
  return lines.find((line) => ownerIn(line) !== null)?.trim() ?? null;
}
