import { readFileSync } from 'node:fs';
import { type Article, noMetadata } from '@/lib/core/article';
import { type ActorRow, type Evidence, type Framing, frame } from '@/lib/core/framing';
import { readAnatomy } from '@/lib/core/provenance';
import { paragraphs, quotations, tokenize } from '@/lib/core/text';
import { collectionPath, jsonLines, pairsOf, readArticles, seeds } from '../collections';
import { basilStories, seedArticles } from './story-measures';

/** An article without a page, with whose words it is made of. */
export function told(article: Article) {
  const whole = { ...article, paragraphs: paragraphs(article.text) };
  const reading = { article: whole, lines: [], metadata: noMetadata, blocks: [], cut: null };
  return { article: whole, anatomy: readAnatomy(reading) };
}

/** The five seeds as one story. */
export function framedSeeds(): Framing {
  return frame(seedArticles().map(told));
}

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
  return {
    article: {
      id,
      outlet: null,
      url: null,
      title: null,
      byline: null,
      published: null,
      modified: null,
      language: 'en',
      text,
      paragraphs: [],
      completeness: 'unknown',
    },
    mentions: found,
  };
}

/** Direct quotations against gold: spans found, speakers right, and of those told confidently. */
export interface QuoteFigures {
  wanted: number;
  found: number;
  speakers: number;
  right: number;
  confident: number;
  confidentRight: number;
  missed: string[];
  wrong: string[];
}

interface SeedQuote {
  span: [number, number];
  text: string;
  speaker: string | null;
}

/** The 24 quotations of the seeds: a span is found where two thirds of the union are common; no speaker is right as none. */
export function seedQuotes(framing: Framing): QuoteFigures {
  const { articles } = JSON.parse(readFileSync(collectionPath('seeds-gold', 'gold.json'), 'utf8')) as {
    articles: Record<string, { body: [number, number]; quotes: SeedQuote[] }>;
  };
  const figures: QuoteFigures = {
    wanted: 0,
    found: 0,
    speakers: 0,
    right: 0,
    confident: 0,
    confidentRight: 0,
    missed: [],
    wrong: [],
  };
  for (const [id, { body, quotes }] of Object.entries(articles))
    for (const { span, text, speaker } of quotes) {
      figures.wanted++;
      const voice = framing.voices.find(
        (one) =>
          one.articleId === id &&
          one.form === 'direct' &&
          alike(one.span, [span[0] - body[0], span[1] - body[0]]) >= 2 / 3,
      );
      if (!voice) {
        figures.missed.push(`${id} ${text.slice(0, 60)}`);
        continue;
      }
      figures.found++;
      figures.speakers++;
      const isRight = speaker === null ? voice.speaker === null : isNamed(voice.speaker, speaker);
      if (isRight) figures.right++;
      else figures.wrong.push(`${id} ${text.slice(0, 50)}: ${voice.speaker} for ${speaker}`);
      if (!voice.confident) continue;
      figures.confident++;
      if (isRight) figures.confidentRight++;
    }
  return figures;
}

function alike(span: { start: number; end: number }, [start, end]: [number, number]): number {
  const common = Math.min(span.end, end) - Math.max(span.start, start);
  return common / (span.end - span.start + end - start - common);
}

/** A name that is the other's last word or holds it whole. */
function isNamed(told: string | null, gold: string): boolean {
  if (told === null) return false;
  const bare = (name: string) => name.toLowerCase().replace(/^(?:the|a|an) /, '');
  const [a, b] = [bare(told), bare(gold)];
  return a.includes(b) || b.includes(a) || a.split(' ').at(-1) === b.split(' ').at(-1);
}

interface Window {
  id: string;
  text: string;
  attributions: { source: [number, number][]; cue: [number, number][]; content: [number, number][] }[];
}

/** Marked quotations of PolNeAR's windows, four words and more, at least 80 % inside a gold content that has a source. */
export function polnearQuotes(): QuoteFigures {
  const figures: QuoteFigures = {
    wanted: 0,
    found: 0,
    speakers: 0,
    right: 0,
    confident: 0,
    confidentRight: 0,
    missed: [],
    wrong: [],
  };
  for (const { id, text, attributions } of jsonLines<Window>('framing-polnear', 'dev_windows.jsonl')) {
    const article: Article = {
      id,
      outlet: null,
      url: null,
      title: null,
      byline: null,
      published: null,
      modified: null,
      language: 'en',
      text,
      paragraphs: [],
      completeness: 'unknown',
    };
    const { voices } = frame([told(article)]);
    for (const { inner } of quotations(text)) {
      const words = text
        .slice(inner.start, inner.end)
        .split(/\s+/)
        .filter((word) => word !== '');
      const gold = attributions.find(
        ({ content, source }) => source.length > 0 && within(inner, content) >= 0.8,
      );
      if (words.length < 4 || !gold) continue;
      figures.wanted++;
      const voice = voices.find(
        (one) => one.form === 'direct' && alike(one.span, [inner.start, inner.end]) >= 2 / 3,
      );
      const label = `${id.slice(8, 40)} “${text.slice(inner.start, inner.start + 50)}”`;
      if (!voice) {
        figures.missed.push(label);
        continue;
      }
      figures.found++;
      if (voice.speaker !== null || voice.mention !== null) figures.speakers++;
      const source = gold.source.map(([start, end]) => text.slice(start, end)).join(' ');
      const isAt =
        voice.mention !== null &&
        gold.source.some(([start, end]) => voice.mention!.start < end && start < voice.mention!.end);
      const isRight = isAt || isNamed(voice.speaker, source);
      if (isRight) figures.right++;
      else
        figures.wrong.push(
          `${label}: ${voice.speaker} (${voice.cue}) for ${source}${voice.confident ? ' CONFIDENT' : ''}`,
        );
      if (!voice.confident) continue;
      figures.confident++;
      if (isRight) figures.confidentRight++;
    }
  }
  return figures;
}

/** Share of a run that lies in spans. */
function within({ start, end }: { start: number; end: number }, spans: readonly [number, number][]): number {
  const inside = spans.reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
  return inside / (end - start);
}

interface CrossFact {
  fact: string;
  has: string[];
  evidence: { file: string; span: [number, number] }[];
}

/** Items of "only here" that lie in a fact which the truth gives to another seed too. */
export function onlyHereInSharedFacts(framing: Framing): string[] {
  const gold = JSON.parse(readFileSync(collectionPath('seeds-gold', 'gold.json'), 'utf8')) as {
    articles: Record<string, { body: [number, number] }>;
    cross_facts: CrossFact[];
  };
  const shared = gold.cross_facts.filter(({ has }) => has.length > 1).flatMap(({ evidence }) => evidence);
  return framing.onlyHere
    .filter(({ articleId, span }) =>
      shared.some((one) => {
        const from = gold.articles[one.file]!.body[0];
        return one.file === articleId && span.start < one.span[1] - from && one.span[0] - from < span.end;
      }),
    )
    .map(({ articleId, exact, kind }) => `${articleId} ${kind} ${exact}`);
}

interface Substitution {
  a: string;
  b: string;
  text_a: string;
  text_b: string;
}

/** Swaps of the silver list that are found in the two articles, whichever way round; words apart by folding. */
export function swapFigures(): { wanted: number; found: number; missed: string[] } {
  const articles = new Map(readArticles('fa-kes').map((article) => [article.id, article]));
  const figures = { wanted: 0, found: 0, missed: [] as string[] };
  const silver = jsonLines<Substitution>('fa-kes', 'substitutions.silver.jsonl');
  for (const [pair, wanted] of Map.groupBy(silver, ({ a, b }) => `${a} ${b}`)) {
    const [a, b] = pair.split(' ').map((id) => articles.get(id!)!);
    const { swaps } = frame([told(a!), told(b!)]);
    const known = new Set(swaps.map(({ inA, inB }) => `${folded(inA.exact)}|${folded(inB.exact)}`));
    for (const { text_a: textA, text_b: textB } of wanted) {
      figures.wanted++;
      if (known.has(`${folded(textA)}|${folded(textB)}`)) figures.found++;
      else figures.missed.push(`${pair}: ${textA} | ${textB}`);
    }
  }
  return figures;
}

const folded = (text: string) => tokenize(text).words.join(' ');

/** Every quoted evidence of a framing, and how many stand verbatim where they say. */
export function framingSoundness(
  framing: Framing,
  articles: readonly Article[],
): { shown: number; sound: number } {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const all: Evidence[] = [
    ...framing.headlines.flatMap(({ differing }) => differing),
    ...framing.actors.flatMap(({ labels }) => labels),
    ...framing.voices,
    ...framing.onlyHere,
    ...framing.addedCut.flatMap(({ inA, inB }) => [inA, inB].filter((one) => one !== null)),
    ...framing.swaps.flatMap(({ inA, inB }) => [inA, inB]),
    ...framing.attributedDifferently.flatMap(({ sides }) => sides),
  ];
  const sound = all.filter(({ articleId, field, span, exact }) => {
    const article = byId.get(articleId);
    const source = field === 'title' ? article?.title : article?.text;
    return exact !== '' && source?.slice(span.start, span.end) === exact;
  });
  return { shown: all.length, sound: sound.length };
}

/** Evidence soundness over other collections: pairs of near-copies, and stories that three outlets tell. */
export function soundnessOfPairs(): { shown: number; sound: number } {
  const articles = new Map(readArticles('fa-kes').map((article) => [article.id, article]));
  const pairs = pairsOf('fa-kes')
    .slice(0, 60)
    .map(({ a, b }) => [articles.get(a)!, articles.get(b)!]);
  const total = { shown: 0, sound: 0 };
  for (const story of [...pairs, ...basilStories().slice(0, 20)]) {
    const one = framingSoundness(frame(story.map(told)), story);
    total.shown += one.shown;
    total.sound += one.sound;
  }
  return total;
}
