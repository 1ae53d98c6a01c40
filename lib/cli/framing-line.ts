import type { Evidence, Framing } from '@/lib/core/framing';
import { pair } from './contract';

/** How a story's articles tell it, as the one line of `framing`. Every `span` counts in the article's `field`. */
export function framingLine(framing: Framing) {
  return {
    articles: framing.articles,
    off: framing.off.map(({ articleId, language, lenses }) => ({ id: articleId, language, lenses })),
    headlines: framing.headlines.map(({ articleId, title, differing }) => ({
      id: articleId,
      title,
      differing: differing.map(({ span, exact }) => ({ text: exact, field: 'title', span: pair(span) })),
    })),
    actors: framing.actors.map(({ actor, labels }) => ({
      actor,
      labels: labels.map(({ voice, ...label }) => {
        const { id, field, span, text } = place(label);
        return { id, label: text, voice, field, span };
      }),
    })),
    quotes: framing.voices.map(({ form, speaker, source, cue, confident, statedBy, ...quote }) => {
      const { id, span, text } = place(quote);
      return { id, span, text, form, speaker, source, cue, confident, stated_by: statedBy && pair(statedBy) };
    }),
    only_here: framing.onlyHere.map(({ kind, sentence, searched, notIn, ...item }) => {
      const { id, span, text } = place(item);
      return { id, anchor: text, kind, span, sentence: pair(sentence), searched, not_in: notIn };
    }),
    added_cut: framing.addedCut.map(({ kind, a, b, inA, inB }) => ({
      kind,
      a,
      b,
      text_a: inA?.exact ?? null,
      text_b: inB?.exact ?? null,
      field: (inA ?? inB)?.field,
      span_a: inA && pair(inA.span),
      span_b: inB && pair(inB.span),
    })),
    swaps: framing.swaps.map(({ kind, inA, inB }) => ({
      kind,
      a: inA.articleId,
      b: inB.articleId,
      text_a: inA.exact,
      text_b: inB.exact,
      span_a: pair(inA.span),
      span_b: pair(inB.span),
    })),
    attributed_differently: framing.attributedDifferently.map(({ anchor, kind, sides }) => ({
      anchor,
      kind,
      sides: sides.map(({ speaker, source, cue, occasion, date, published, ...side }) => {
        const { id, span, text } = place(side);
        return { id, span, text, speaker, source, cue, occasion, date, published: published?.at ?? null };
      }),
    })),
  };
}

function place({ articleId, field, span, exact }: Evidence) {
  return { id: articleId, field, span: pair(span), text: exact };
}
