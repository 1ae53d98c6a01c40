/** Two members that may belong together, by their places in a collection. */
export interface Link {
  a: number;
  b: number;
  score: number;
}

/** Members of each of two clusters that are compared before they are joined, evenly chosen. */
const mostCompared = 8;
/** Two clusters are joined when at least this share of the compared pairs belong together. */
const smallestShare = 0.5;

/**
 * Clusters members by their links, strongest first. Two clusters become one only if most of their members belong
 * together by `isOne`, so that one loose link does not chain two events.
 * @returns for each member the first member of its cluster
 */
export function clusterByLinks(
  members: number,
  links: readonly Link[],
  isOne: (a: number, b: number) => boolean,
): number[] {
  const cluster = Array.from({ length: members }, (_, member) => member);
  const within = cluster.map((member) => [member]);
  for (const { a, b } of [...links].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)) {
    const [keep, drop] = [Math.min(cluster[a]!, cluster[b]!), Math.max(cluster[a]!, cluster[b]!)];
    if (keep === drop || !belongTogether(within[keep]!, within[drop]!, isOne)) continue;
    for (const member of within[drop]!) {
      cluster[member] = keep;
      within[keep]!.push(member);
    }
    within[drop] = [];
  }
  return cluster;
}

function belongTogether(
  x: readonly number[],
  y: readonly number[],
  isOne: (a: number, b: number) => boolean,
): boolean {
  const [some, others] = [evenly(x), evenly(y)];
  const together = some.reduce((sum, a) => sum + others.filter((b) => isOne(a, b)).length, 0);
  return together >= some.length * others.length * smallestShare;
}

function evenly(members: readonly number[]): readonly number[] {
  if (members.length <= mostCompared) return members;
  const step = members.length / mostCompared;
  return Array.from({ length: mostCompared }, (_, i) => members[Math.floor(i * step)]!);
}
