/** Rows of the actor table, from mentions and what makes them one. */
import { evidence } from '../evidence';
import { isForeign, type Read } from '../told';
import type { ActorRow, Label } from '../types';
import { bodyNamed } from './bodies';
import type { AliasGraph } from './graph';
import type { Mention } from './mentions';
import type { Person } from './persons';

/** Rows given, those most spoken of first. */
const mostRows = 200;
/** Labels of one row, at most. */
const mostLabels = 3_000;

interface Gathered {
  mentions: Mention[];
  reads: Set<number>;
}

export function rowsOf(
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
    if (one.mentions.length >= mostLabels) continue;
    one.mentions.push(mention);
    one.reads.add(mention.read);
  }
  const byKey = new Map(persons.map((person) => [person.key, person]));
  return [...gathered]
    .filter(([key, one]) => one.reads.size >= 2 && isShown(key, one, reads))
    .sort((a, b) => b[1].mentions.length - a[1].mentions.length)
    .slice(0, mostRows)
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
