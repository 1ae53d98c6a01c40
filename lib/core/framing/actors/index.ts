/**
 * The actor table: who is called what, where. Mentions are read from noun phrases; keys say which of them are one actor,
 * an alias graph joins keys; an actor that two articles or more speak of is a row.
 */
import { Capitals } from '../capitals';
import { grouped } from '../grouped';
import type { Read } from '../told';
import type { ActorRow } from '../types';
import { bodyNamed } from './bodies';
import { AliasGraph } from './graph';
import { groupKey, homeOf, traitsOf } from './groups';
import { joinDefinitions, joinProxies, joinSpellings, joinUndefinedProxies } from './joins';
import { type Mention, mentionsIn } from './mentions';
import { type Person, personsOf } from './persons';
import { rowsOf } from './rows';

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

/** Sentences back that "the militia" is taken to speak of. */
const reach = 8;

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
    ({ kind, family, line }) => kind === 'group' && family === mention.family && mention.line - line <= reach,
  );
  return before ? (keys.get(before) ?? null) : null;
}

/** A name's own key. */
function nameKey({ name }: Mention): string | null {
  return name === null ? null : `body:${(bodyNamed(name) ?? name).toLowerCase()}`;
}
