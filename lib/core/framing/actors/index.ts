/**
 * The actor table: who is called what, where. Mentions are read from noun phrases; keys say which of them are one actor,
 * an alias graph joins keys; an actor that two articles or more speak of is a row.
 */
import { Capitals } from '../capitals';
import { evidence } from '../evidence';
import { grouped } from '../grouped';
import { isSpelling, skeleton } from '../spellings';
import { isForeign, type Read } from '../told';
import type { ActorRow, Label } from '../types';
import { bodyNamed } from './bodies';
import { definitionsIn } from './definitions';
import { AliasGraph } from './graph';
import { groupKey, homeOf, traitsOf } from './groups';
import { type Mention, mentionsIn } from './mentions';
import { type Person, personsOf } from './persons';

/** The actors of a story, rows or not: other lenses ask who is one with whom. */
export interface Actors {
  rows: ActorRow[];
  /** Mentions of each article, by its place. */
  mentions: Mention[][];
  /** The person a mention names; `null` for any other. */
  personOf: (mention: Mention) => Person | null;
  /** Names that the story has for the body or person of this name. */
  otherNames: (name: string) => string[];
  /** The actor a mention is of, rows or not; `null` where it says too little. */
  actorOf: (mention: Mention) => string | null;
}

/** Rows given, those most spoken of first. */
const MOST_ROWS = 200;
/** Labels of one row, at most. */
const MOST_LABELS = 3_000;
/** Names of one skeleton that are compared with each other. */
const MOST_ALIKE = 40;
/** Sentences back that "the militia" is taken to speak of. */
const REACH = 8;

export function actorsOf(reads: readonly Read[]): Actors {
  const english = reads.map((read) => (read.english ? read : { ...read, sentences: [] }));
  const capitals = new Capitals(english);
  const mentions = english.flatMap((read, at) => mentionsIn(read, at, capitals));
  const { persons, keys } = personsOf(mentions);
  const home = homeOf(mentions, reads);
  const leaders = leadersOf(persons, home);
  keyTheRest(mentions, keys, home, leaders);
  const graph = new AliasGraph();
  joinProxies(mentions, keys, home, leaders, graph);
  joinDefinitions(english, mentions, keys, graph);
  joinSpellings(keys, graph);
  joinUndefinedProxies(mentions, keys, graph);
  const byKey = new Map(persons.map((person) => [person.key, person]));
  const byRead = grouped(mentions, ({ read }) => read);
  return {
    rows: rowsOf(english, mentions, keys, graph, persons),
    mentions: reads.map((_, at) => byRead.get(at) ?? []),
    personOf: (mention) => byKey.get(keys.get(mention) ?? '') ?? null,
    otherNames: namesOf(mentions, keys, graph),
    actorOf: (mention) => {
      const key = keys.get(mention);
      return key === undefined ? null : graph.find(key);
    },
  };
}

/** Looks up all names of an actor by one of them. */
function namesOf(
  mentions: readonly Mention[],
  keys: ReadonlyMap<Mention, string>,
  graph: AliasGraph,
): Actors['otherNames'] {
  const byRoot = new Map<string, Set<string>>();
  const rootOf = new Map<string, string>();
  for (const mention of mentions) {
    const key = keys.get(mention);
    if (key === undefined || mention.kind !== 'name' || mention.name === null) continue;
    const root = graph.find(key);
    rootOf.set(mention.name, root);
    byRoot.set(root, (byRoot.get(root) ?? new Set()).add(mention.name));
  }
  return (name) => {
    const words = name.split(' ');
    for (let from = 0; from < words.length; from++) {
      const root = rootOf.get(words.slice(from).join(' '));
      if (root !== undefined) return [...byRoot.get(root)!];
    }
    return [];
  };
}

/** Surnames of those who lead the home country's government. */
function leadersOf(persons: readonly Person[], home: string | null): Set<string> {
  return new Set(
    persons
      .filter(({ offices }) =>
        offices.some(({ role, nation }) => role === 'president' && (nation === home || nation === null)),
      )
      .flatMap(({ tokens }) => [tokens.at(-1)!, tokens.at(-1)!.replace(/^al-/, '')]),
  );
}

function keyTheRest(
  mentions: readonly Mention[],
  keys: Map<Mention, string>,
  home: string | null,
  leaders: ReadonlySet<string>,
): void {
  let recent: Mention[] = [];
  let read = -1;
  for (const mention of mentions) {
    if (mention.read !== read) recent = [];
    read = mention.read;
    const key = keys.get(mention) ?? keyOf(mention, home, leaders, recent, keys);
    if (key === null) continue;
    keys.set(mention, key);
    if (mention.kind === 'group' || mention.kind === 'name') recent = [...recent.slice(-40), mention];
  }
}

function keyOf(
  mention: Mention,
  home: string | null,
  leaders: ReadonlySet<string>,
  recent: readonly Mention[],
  keys: ReadonlyMap<Mention, string>,
): string | null {
  if (mention.kind === 'country') return `country:${mention.name}`;
  if (mention.kind === 'role') return null;
  if (mention.kind === 'name') return nameKey(mention);
  const traits = traitsOf(mention, home, leaders);
  const known = groupKey(traits, home, mention.read);
  if (known !== null || !traits.bare) return known;
  if (!/^(?:the|these|those|this)$/.test(mention.chunk.determiner ?? '')) return null;
  const before = recent.findLast(
    ({ kind, family, line }) => kind === 'group' && family === mention.family && mention.line - line <= REACH,
  );
  return before ? (keys.get(before) ?? null) : null;
}

/** A name's own key. */
function nameKey({ name }: Mention): string | null {
  return name === null ? null : `body:${(bodyNamed(name) ?? name).toLowerCase()}`;
}

/** "US’ rebel proxies": in this article the proxies are the rebels. A body's army beside "the rebels" is theirs. */
function joinProxies(
  mentions: readonly Mention[],
  keys: ReadonlyMap<Mention, string>,
  home: string | null,
  leaders: ReadonlySet<string>,
  graph: AliasGraph,
): void {
  mentions.forEach((mention, at) => {
    if (mention.kind !== 'group' || keys.get(mention) !== 'side:rebels') return;
    const { sponsors, bare } = traitsOf(mention, home, leaders);
    if (sponsors.length > 0 && mention.family === 'proxy')
      graph.join('side:rebels', `proxies:${sponsors[0]}:${mention.read}`);
    const before = mentions
      .slice(Math.max(0, at - 6), at)
      .findLast(
        ({ kind, family, sentence }) =>
          kind === 'name' && family === 'force' && sentence === mention.sentence,
      );
    const key = before && keys.get(before);
    if (bare && mention.chunk.determiner === 'the' && key) graph.join('side:rebels', key);
  });
}

function joinDefinitions(
  reads: readonly Read[],
  mentions: readonly Mention[],
  keys: ReadonlyMap<Mention, string>,
  graph: AliasGraph,
): void {
  const byRead = grouped(mentions, ({ read }) => read);
  for (const [at, own] of byRead)
    for (const [a, b] of definitionsIn(reads[at]!, own)) {
      const [one, other] = [keys.get(a), keys.get(b)];
      if (one !== undefined && other !== undefined && !isOfCountry(one, other)) graph.join(one, other);
    }
}

/**
 * Who backs whom is the same in all articles of a story: "US proxies" in one that does not say who they are, are the body that
 * another article calls so, if the first names it too; else all such groups of one backer are together.
 */
function joinUndefinedProxies(
  mentions: readonly Mention[],
  keys: ReadonlyMap<Mention, string>,
  graph: AliasGraph,
): void {
  const roots = grouped(
    mentions.filter((mention) => keys.has(mention)),
    (mention) => graph.find(keys.get(mention)!),
  );
  const proxies = [...new Set(keys.values())].filter((key) => key.startsWith('proxies:'));
  for (const key of proxies) {
    const [, backer, read] = key.split(':');
    if (backer === 'Kurdistan') graph.join('country:Kurdistan', key);
    const isDefined =
      graph.find(key) !== key || (roots.get(key) ?? []).some((mention) => keys.get(mention) !== key);
    if (isDefined) continue;
    const named = proxies
      .filter((other) => other !== key && other.split(':')[1] === backer)
      .map((other) => graph.find(other))
      .filter((root) =>
        (roots.get(root) ?? []).some((mention) => mention.kind === 'name' && String(mention.read) === read),
      );
    const bodies = [...new Set(named)];
    if (bodies.length === 1) graph.join(bodies[0]!, key);
    else graph.join(`proxies:${backer}`, key);
  }
}

/** A country is never one with a body by a definition. */
function isOfCountry(one: string, other: string): boolean {
  return [one, other].some((key) => key.startsWith('country:') && key !== 'country:Kurdistan');
}

/** Names that are spellings of each other are one. */
function joinSpellings(keys: ReadonlyMap<Mention, string>, graph: AliasGraph): void {
  const names = [...new Set(keys.values())].filter((key) => key.startsWith('body:'));
  for (const [, alike] of grouped(names, (key) => skeleton(key.slice(5))))
    for (const [at, key] of alike.slice(0, MOST_ALIKE).entries())
      for (const other of alike.slice(0, at))
        if (isSpelling(key.slice(5), other.slice(5))) graph.join(other, key);
}

interface Gathered {
  mentions: Mention[];
  reads: Set<number>;
}

function rowsOf(
  reads: readonly Read[],
  mentions: readonly Mention[],
  keys: ReadonlyMap<Mention, string>,
  graph: AliasGraph,
  persons: readonly Person[],
): ActorRow[] {
  const gathered = new Map<string, Gathered>();
  for (const mention of mentions) {
    const key = keys.get(mention);
    if (key === undefined) continue;
    const root = graph.find(key);
    const one = gathered.get(root) ?? { mentions: [], reads: new Set() };
    gathered.set(root, one);
    if (one.mentions.length >= MOST_LABELS) continue;
    one.mentions.push(mention);
    one.reads.add(mention.read);
  }
  const byKey = new Map(persons.map((person) => [person.key, person]));
  return [...gathered]
    .filter(([key, one]) => one.reads.size >= 2 && isShown(key, one, reads))
    .sort((a, b) => b[1].mentions.length - a[1].mentions.length)
    .slice(0, MOST_ROWS)
    .map(([key, one]) => asRow(key, one, reads, byKey.get(key)?.name));
}

/** A name of unknown kind (a place, a law) is shown where it is called in two ways and more. */
function isShown(key: string, { mentions }: Gathered, reads: readonly Read[]): boolean {
  if (!key.startsWith('body:')) return true;
  if (mentions.some(({ family, name }) => family !== null || (name !== null && bodyNamed(name) !== null)))
    return true;
  return new Set(mentions.map((mention) => labelOf(mention, reads).exact.toLowerCase())).size >= 2;
}

function asRow(key: string, { mentions }: Gathered, reads: readonly Read[], name?: string): ActorRow {
  const labels = mentions.map((mention) => labelOf(mention, reads));
  return { actor: name ?? commonest(mentions, labels), key, labels };
}

function labelOf({ read, sentence, span }: Mention, reads: readonly Read[]): Label {
  const told = reads[read]!;
  const isQuoted = sentence.field === 'text' && isForeign(told, span.start);
  return { ...evidence(told.article, sentence.field, span), voice: isQuoted ? 'quoted' : 'own' };
}

/** The label that most mentions have; names before groups. */
function commonest(mentions: readonly Mention[], labels: readonly Label[]): string {
  const counts = new Map<string, number>();
  labels.forEach(({ exact }, at) => {
    const worth = mentions[at]!.kind === 'name' ? 1.5 : 1;
    counts.set(exact, (counts.get(exact) ?? 0) + worth);
  });
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
