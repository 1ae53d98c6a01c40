import { readFileSync } from 'node:fs';
import type { Article } from '@/lib/core/article';
import { type ActorRow, frame } from '@/lib/core/framing';
import { collectionPath, jsonLines, seeds } from '../collections';
import { excerpt, told } from './told';

interface GoldActor {
  actor: string;
  labels: Record<
    string,
    { label: string; spans: [number, number][]; spans_inside_longer_label_or_modifier?: [number, number][] }[]
  >;
}

/** What is asked of an actor table: distinct labels (by actor, article and wording) of the best row, and how pure that row is. */
export interface LabelFigures {
  wanted: number;
  found: number;
  /** Mentions of the best rows that lie on a gold label, and those of them that are this actor's. */
  judged: number;
  right: number;
  missed: string[];
  wrong: string[];
}

export interface GoldMention {
  actor: string;
  article: string;
  label: string;
  start: number;
  end: number;
  /** Counts for precision only: a label inside a longer one. */
  inner: boolean;
}

/**
 * Scores rows against gold mentions: per actor the row that finds most of its labels. A label of a row is of the gold mention
 * that it has most in common with (overlap ÷ union), where half of the shorter one is common, and with it of the same actor's
 * others at that place. Actors of one article alone are left out: they are no rows.
 */
export function labelFigures(rows: readonly ActorRow[], gold: readonly GoldMention[]): LabelFigures {
  const figures: LabelFigures = { wanted: 0, found: 0, judged: 0, right: 0, missed: [], wrong: [] };
  const byArticle = Map.groupBy(gold, ({ article }) => article);
  const judged = rows.map((row) =>
    row.labels.flatMap((label) => {
      const on = goldAt(label, byArticle.get(label.articleId) ?? []);
      return on ? [{ label, on }] : [];
    }),
  );
  for (const [actor, own] of Map.groupBy(gold, (one) => one.actor)) {
    if (new Set(own.map(({ article }) => article)).size < 2) continue;
    const wanted = new Set(own.filter(({ inner }) => !inner).map(keyOf));
    const hits = (labels: (typeof judged)[number]) =>
      new Set(
        labels.flatMap(({ on }) =>
          on.filter((one) => one.actor === actor && wanted.has(keyOf(one))).map(keyOf),
        ),
      );
    const best = judged
      .map((labels) => ({ labels, hits: hits(labels) }))
      .sort((a, b) => b.hits.size - a.hits.size)[0];
    figures.wanted += wanted.size;
    figures.found += best?.hits.size ?? 0;
    figures.missed.push(
      ...[...wanted].filter((key) => !best?.hits.has(key)).map((key) => `${actor}: ${key}`),
    );
    if (!best || best.hits.size === 0) continue;
    for (const { label, on } of best.labels) {
      figures.judged++;
      if (on.some((one) => one.actor === actor)) figures.right++;
      else
        figures.wrong.push(
          `${actor} ← ${label.articleId} “${label.exact}” (${on[0]!.actor}: ${on[0]!.label})`,
        );
    }
  }
  return figures;
}

const keyOf = ({ article, label }: GoldMention) => `${article} ${label.toLowerCase()}`;

/** The gold mentions that a label lies on, of the actor whose mention it is most alike; `null` off all of them. */
function goldAt(
  { span, field }: ActorRow['labels'][number],
  places: readonly GoldMention[],
): GoldMention[] | null {
  if (field !== 'text') return null;
  let best = 0;
  const actors = new Set<string>();
  const touched: GoldMention[] = [];
  for (const place of places) {
    const common = Math.min(span.end, place.end) - Math.max(span.start, place.start);
    const [one, other] = [span.end - span.start, place.end - place.start];
    if (common * 2 < Math.min(one, other)) continue;
    const alike = common / (one + other - common);
    touched.push(place);
    if (alike > best) actors.clear();
    if (alike >= best) actors.add(place.actor);
    best = Math.max(best, alike);
  }
  return touched.length > 0 ? touched.filter(({ actor }) => actors.has(actor)) : null;
}

/** Gold mentions of the seeds, as offsets into their bodies. */
export function seedMentions(): GoldMention[] {
  const { actors } = JSON.parse(readFileSync(collectionPath('seeds-gold', 'gold.json'), 'utf8')) as {
    actors: GoldActor[];
  };
  const bodies = new Map(seeds().map(({ id, truth }) => [id, truth.body]));
  return actors.flatMap(({ actor, labels }) =>
    Object.entries(labels).flatMap(([article, list]) =>
      list.flatMap(({ label, spans, spans_inside_longer_label_or_modifier: inside = [] }) =>
        [
          ...spans.map((span) => ({ span, inner: false })),
          ...inside.map((span) => ({ span, inner: true })),
        ].flatMap(({ span: [start, end], inner }) => {
          const [from, to] = bodies.get(article)!;
          return start >= from && end <= to
            ? [{ actor, article, label, start: start - from, end: end - from, inner }]
            : [];
        }),
      ),
    ),
  );
}

interface Excerpt {
  id: string;
  event: string;
  outlet: string;
  sents: Record<string, string[]>;
  mentions: { chain: string; sent: number; start: number; end: number; text: string }[];
}

/** Figures over the persons of NewsWCL50, one story an event. */
export function personFigures(): LabelFigures {
  const total: LabelFigures = { wanted: 0, found: 0, judged: 0, right: 0, missed: [], wrong: [] };
  for (const [, excerpts] of Map.groupBy(
    jsonLines<Excerpt>('framing-newswcl50', 'excerpts.jsonl'),
    ({ event }) => event,
  )) {
    const joined = excerpts.map(joinTokens);
    const rows = frame(joined.map(({ article }) => told(article))).actors;
    const one = labelFigures(
      rows,
      joined.flatMap(({ mentions }) => mentions),
    );
    for (const key of ['wanted', 'found', 'judged', 'right'] as const) total[key] += one[key];
    total.missed.push(...one.missed);
    total.wrong.push(...one.wrong);
  }
  return total;
}

/** An excerpt's tokens as text, with the gold mentions of its persons. */
function joinTokens({ id, sents, mentions }: Excerpt): { article: Article; mentions: GoldMention[] } {
  let text = '';
  const places = new Map<string, [number, number][]>();
  for (const [number, tokens] of Object.entries(sents)) {
    const spans: [number, number][] = [];
    let open = false;
    for (const token of tokens) {
      if (token === '\\n') {
        spans.push([text.length, text.length]);
        continue;
      }
      const isQuote = token === '"' || token === '“' || token === '”';
      const closes = isQuote && (open || token === '”');
      const isGlued =
        spans.length === 0 ||
        closes ||
        /^(?:[.,;:!?)%’]|['’]\p{L}+|n['’]t|-|–)$/u.test(token) ||
        /[([“-]$/.test(text) ||
        (open && text.endsWith('"'));
      if (isQuote) open = token === '“' || (token === '"' && !open);
      if (!isGlued) text += ' ';
      spans.push([text.length, text.length + token.length]);
      text += token;
    }
    places.set(number, spans);
    text += '\n\n';
  }
  const found = mentions
    .filter(({ chain }) => chain.endsWith('_ACTOR'))
    .flatMap(({ chain, sent, start, end, text: label }) => {
      const spans = places.get(String(sent));
      const [first, last] = [spans?.[start], spans?.[end]];
      return first && last
        ? [{ actor: chain, article: id, label, start: first[0], end: last[1], inner: false }]
        : [];
    });
  return { article: excerpt(id, text), mentions: found };
}
