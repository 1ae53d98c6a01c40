/**
 * How the articles of one story tell it. Each lens is one module; each difference it gives carries its words, verbatim,
 * with article and place. Pure, and bounded for any text.
 */
import { type Actors, actorsOf } from './actors';
import { attributedDifferently, type KnownVoice } from './attributed';
import { headlines } from './headlines';
import { copyDifferences } from './near-copies';
import { onlyHere } from './only-here';
import { type Read, readTold, type Told } from './told';
import type { EnglishLens, FramedArticle, Framing } from './types';
import { voicesOf } from './voices';
import { Who } from './voices/who';

/** Articles that are compared at once. */
export const mostArticles = 24;
const needEnglish: EnglishLens[] = ['actors', 'voices', 'attributed-differently'];

/** Compares how articles tell one story. More than two dozen are cut to the first. */
export function frame(told: readonly Told[]): Framing {
  const reads = told.slice(0, mostArticles).map(readTold);
  const actors = actorsOf(reads);
  const known = knownVoices(reads, actors);
  const { addedCut, swaps } = copyDifferences(reads);
  return {
    version: 1,
    articles: reads.map(asArticle),
    off: reads.flatMap(({ english, article: { id, language } }) =>
      english ? [] : [{ articleId: id, language, lenses: needEnglish }],
    ),
    headlines: headlines(reads),
    actors: actors.rows,
    voices: known.map(({ voice }) => voice),
    onlyHere: onlyHere(reads, actors.otherNames),
    addedCut,
    swaps,
    attributedDifferently: attributedDifferently(reads, known),
  };
}

function asArticle({
  article: { id, outlet, url, title, published, language, completeness },
}: Read): FramedArticle {
  return { id, outlet, url, title, published, language, completeness };
}

/** All voices, each with the actor that its speaker's mention is of. */
function knownVoices(reads: readonly Read[], { mentions, personOf, actorOf }: Actors): KnownVoice[] {
  return reads.flatMap((read, at) => {
    const who = new Who(mentions[at]!, personOf);
    return voicesOf(read, who).map((voice) => {
      const mention = voice.speaker === null ? null : who.mentionOf(voice.speaker);
      return { voice, read: at, actor: mention && personOf(mention) ? actorOf(mention) : null };
    });
  });
}
