/** Which keys are one actor: by the texts' own definitions, by spelling, and by who backs whom. */
import { grouped } from '../grouped';
import { isSpelling, skeleton } from '../spellings';
import type { Read } from '../told';
import { definitionsIn } from './definitions';
import type { AliasGraph } from './graph';
import { traitsOf } from './groups';
import type { Mention } from './mentions';

/** Names of one skeleton that are compared with each other. */
const mostAlike = 40;

/** "US’ rebel proxies": in this article the proxies are the rebels. A body's army beside "the rebels" is theirs. */
export function joinProxies(
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

export function joinDefinitions(
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
export function joinUndefinedProxies(
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
export function joinSpellings(keys: ReadonlyMap<Mention, string>, graph: AliasGraph): void {
  const names = [...new Set(keys.values())].filter((key) => key.startsWith('body:'));
  for (const [, alike] of grouped(names, (key) => skeleton(key.slice(5))))
    for (const [at, key] of alike.slice(0, mostAlike).entries())
      for (const other of alike.slice(0, at))
        if (isSpelling(key.slice(5), other.slice(5))) graph.join(other, key);
}
