import { fingerprint } from '@/lib/core/fingerprint';
import type { PreparedArticle } from '@/lib/core/matching/types';
import { tokenize } from '@/lib/core/text';

/**
 * An article of a pack with its fingerprint on all levels, where the pack gave its text: packs carry the base level only,
 * and short quotations are found by the denser ones. Without text it stays as it is.
 */
export function withAllLevels(prepared: PreparedArticle): PreparedArticle {
  if (prepared.text === null) return prepared;
  const { keys, positions, levels } = fingerprint(tokenize(prepared.text));
  return { ...prepared, keys, positions, levels };
}
