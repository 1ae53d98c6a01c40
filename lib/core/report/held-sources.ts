import { isNamedOutlet } from '@/lib/core/article';
import type { StoryMatch, TextMatch } from '@/lib/core/matching/types';
import { citedOutlets } from '@/lib/core/provenance';
import type { PageAnatomy } from '@/lib/core/provenance/types';
import type { HeldSource } from './types';

/**
 * The outlets that a page takes words from or leans on, of which an article is held that shares this text or tells this story:
 * the cited article, as far as the library can show it. Text matches come first; each outlet once.
 */
export function heldSources(
  { parts, cited }: Pick<PageAnatomy, 'parts' | 'cited'>,
  texts: readonly TextMatch[],
  stories: readonly StoryMatch[],
): HeldSource[] {
  const named = [...parts.flatMap(({ source }) => (source === null ? [] : [source])), ...citedOutlets(cited)];
  return [...new Set(named)].flatMap((source) => {
    const isIts = ({ article }: TextMatch | StoryMatch) =>
      isNamedOutlet({ outlet: source, url: null }, article);
    const match = texts.find(isIts) ?? stories.find(isIts);
    if (!match) return [];
    const { id, url, title } = match.article;
    return [{ source, articleId: id, url, title, relation: match.relation }];
  });
}
