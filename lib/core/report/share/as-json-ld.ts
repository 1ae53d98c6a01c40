import { citedOutlets } from '@/lib/core/provenance';
import { creditedSource } from '@/lib/core/provenance/anatomy/whole-credit';
import { authorOf } from '@/lib/core/provenance/authors';
import type { Credit } from '@/lib/core/provenance/types';
import { itemWords } from '../item-wording';
import { plural, type Say } from '../phrases';
import { correctionSentence, staleSentence } from '../trail-wording';
import { relationWords, shareSentence } from '../wording';
import type { Finding } from './finding';
import { plain, webAddress } from './plain';

interface Described {
  outlet: string | null;
  url: string | null;
  title: string | null;
  byline: string | null;
  published: { at: string } | null;
  language: string | null;
  credits: readonly Credit[];
}

type Node = Record<string, unknown>;

/**
 * A finding in the words of schema.org: this page and the copies of its text as news articles. `isBasedOn` and `creditText`
 * say what an article's own credit line says, nothing that was worked out; how much is shared stands in a comment.
 */
export function asJsonLd(say: Say, { report, day }: Finding): unknown {
  const { page, anatomy, sameText, sameStory, firstRun, trail } = report;
  const cited = citedOutlets(anatomy.cited);
  const here = articleNode({ ...page, credits: anatomy.credits });
  const based = firstRun.kind === 'says-it-comes-from' && firstRun.saidBy === null ? firstRun : null;
  const source =
    based && sameText.find(({ article }) => based.textMatches && article.outlet === based.outlet);
  const comment = (text: string): Node => ({
    '@type': 'Comment',
    dateCreated: day,
    about: here['@id'] ?? plain(page.title ?? page.id),
    text: plain(text),
  });
  const ofTrail = (id: string) => trailWords(say, report, id).map(comment);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        ...here,
        ...(based && {
          creditText: plain(based.credit.line),
          isBasedOn: basis(based.outlet, source?.article.url ?? based.credit.url),
        }),
        ...(cited.length > 0 && { citation: cited.map(organization) }),
        ...(trail.notes.length > 0 && {
          correction: trail.notes.map(({ line }) => ({ '@type': 'CorrectionComment', text: plain(line) })),
        }),
        ...(ofTrail(page.id).length > 0 && { comment: ofTrail(page.id) }),
      },
      ...sameText.map((match) => ({
        ...articleNode(match.article),
        comment: [
          comment(
            `${relationWords(say, match.relation)}: ${shareSentence(say, match)}; ${plural(say, 'share_words', match.wordsShared)}`,
          ),
          ...(match.parts ?? []).map((part) => comment(itemWords(say, part))),
          ...ofTrail(match.article.id),
        ],
      })),
      ...sameStory.map(({ article }) => articleNode(article)),
    ],
  };
}

/** What an article changed, or still has as it was. */
function trailWords(say: Say, { trail }: Finding['report'], id: string): string[] {
  return trail.corrections.flatMap((correction) =>
    correction.articleId === id
      ? [correctionSentence(say, correction)]
      : correction.stale
          .filter(({ articleId }) => articleId === id)
          .map((copy) => plain(`${correction.outlet ?? correction.articleId}: ${staleSentence(say, copy)}`)),
  );
}

function articleNode({ outlet, url, title, byline, published, language, credits }: Described): Node {
  const address = webAddress(url);
  const credit = creditedSource(credits);
  const author = authorOf(byline, credits);
  return {
    '@type': 'NewsArticle',
    ...(address && { '@id': address, url: address }),
    ...(title && { headline: plain(title) }),
    ...(outlet && { publisher: organization(outlet) }),
    ...(author && { author: { '@type': 'Person', name: plain(author) } }),
    ...(published && { datePublished: published.at }),
    ...(language && { inLanguage: language }),
    ...(credit?.outlet && { creditText: plain(credit.line), isBasedOn: basis(credit.outlet, credit.url) }),
  };
}

function basis(outlet: string, url: string | null): Node {
  const address = webAddress(url);
  return {
    '@type': 'NewsArticle',
    ...(address && { '@id': address, url: address }),
    publisher: organization(outlet),
  };
}

function organization(name: string): Node {
  return { '@type': 'NewsMediaOrganization', name: plain(name) };
}
