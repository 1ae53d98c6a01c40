import { type Article, bareReading } from '@/lib/core/article';
import { type PreparedArticle, prepareArticle } from '@/lib/core/matching';
import { paragraphs, type Tokens } from '@/lib/core/text';
import { type PackedArticle, type PackKind, packedFor } from '@/lib/corpus/packs';
import type { ExportedArticle } from '@/lib/corpus/store';

/** An article of the library, as it is exported, ready for a pack of this kind. */
export function packedOf(exported: ExportedArticle, kind: PackKind): PackedArticle {
  const article = articleOf(exported);
  const facts = {
    modified: exported.stamps.modified,
    firstSeen: exported.stamps.first_seen,
    publishedAsPrinted: null,
    extra: {},
  };
  const prepare = (tokens?: Tokens) => preparedOf(exported, article, tokens);
  if (exported.text === null) return { prepared: prepare(), quotations: [], ...facts };
  return packedFor(kind, bareReading(article), facts, (read) => prepare(read?.tokens));
}

function articleOf(exported: ExportedArticle): Article {
  const { id, outlet, url, title, byline, language, completeness, stamps } = exported;
  const text = exported.text ?? '';
  return {
    id,
    outlet,
    url,
    title,
    byline,
    published: stamps.published,
    modified: stamps.modified,
    language,
    text,
    paragraphs: paragraphs(text),
    completeness,
  };
}

function preparedOf(exported: ExportedArticle, article: Article, tokens?: Tokens): PreparedArticle {
  const { credits, summary, from, stamps } = exported;
  return prepareArticle(article, { firstSeen: stamps.first_seen, from, credits, summary }, tokens);
}
