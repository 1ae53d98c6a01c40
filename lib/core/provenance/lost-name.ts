/**
 * A credit line whose name was a picture or a link that the copy lost ("Contributed by Ann Carter of"): the outlet may still
 * name itself, in its own description ("At Northern Lantern, we …") or in its own voice ("As Northern Lantern previously reported").
 */
import type { Article, SourceLine } from '@/lib/core/article';
import { canonicalName } from './credits/claim';
import { isInstitution, isPersonLike } from './name-shapes';

const name =
  "((?:The )?\\p{Lu}[\\p{L}\\p{N}'’&.-]*(?:\\s(?:(?:of|the|and|for)\\s)?\\p{Lu}[\\p{L}\\p{N}'’&.-]*){0,4})";
const selfDescriptions = [
  new RegExp(`(?<!\\p{L})(?:At|Here at|here at) ${name}, (?:we|our)\\b`, 'gu'),
  new RegExp(
    `(?<!\\p{L})[Aa]s ${name} (?:has |have )?(?:previously|already|earlier|repeatedly) (?:has |have )?(?:reported|noted|covered|documented|written)`,
    'gu',
  ),
  new RegExp(`(?<!\\p{L})what ${name} aims to`, 'gu'),
  new RegExp(
    `(?<!\\p{L})${name} is an? (?:independent |non-?profit |online |progressive |conservative |daily |weekly )*(?:news|media|journalism) (?:outlet|site|website|organi[sz]ation|platform|collective)`,
    'gu',
  ),
];
/** Text looked through, in UTF-16 units. */
const reach = 200_000;

/** The name an outlet gives itself, the most often given first; `null` when it gives none. */
export function selfName(article: Article, lines: readonly SourceLine[]): string | null {
  const text = [article.text, ...lines.filter(({ span }) => span === null).map((line) => line.text)]
    .join('\n')
    .slice(0, reach);
  const counts = new Map<string, number>();
  for (const pattern of selfDescriptions) {
    for (const match of text.matchAll(pattern)) {
      const name = canonicalName(match[1]!);
      if (isPersonLike(name) || isInstitution(name)) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best ? best[0] : null;
}
