import { type Article, bareReading } from '@/lib/core/article';
import { type PreparedArticle, prepareArticle } from '@/lib/core/matching';
import { readAnatomy, readVoices } from '@/lib/core/provenance';
import { paragraphs, type Tokens, tokenize } from '@/lib/core/text';
import { countsOf, evidenceOf, type PackedArticle, type PackKind } from '@/lib/corpus/packs';
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
  if (kind === 'full-text' || exported.text === null)
    return { prepared: preparedOf(exported, article), quotations: [], ...facts };
  const reading = bareReading(article);
  const tokens = tokenize(article.text);
  const anatomy = kind === 'evidence' ? readAnatomy(reading, tokens) : null;
  const voices = anatomy ?? readVoices(reading, tokens);
  const prepared = preparedOf(exported, article, tokens);
  return {
    prepared: { ...prepared, held: { ...prepared.held, counts: countsOf(voices) } },
    quotations: anatomy ? evidenceOf(reading, anatomy) : [],
    ...facts,
  };
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
