import { useSay } from '@/components/ui';
import type { HeldArticle } from '@/lib/core/matching/types';
import { completenessWords } from '@/lib/core/report';

/** Says in view when an article is known to be held in part only; the details say it of every article. */
export function PartNote({ article }: { article: HeldArticle }) {
  const say = useSay();
  const { completeness, held } = article;
  if (held === 'headline-only' || completeness === 'full' || completeness === 'unknown') return null;
  return <> · {completenessWords(say, article)}</>;
}
