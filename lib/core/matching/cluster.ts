/** Two members that may belong together, by their places in a collection. */
export interface Link {
  a: number;
  b: number;
  score: number;
}

/** Members of each of two clusters that are compared before they are joined, evenly chosen. */
const mostCompared = 16;

/**
 * Clusters members by their links, strongest first. Two clusters become one only if their members are alike on
 * average, so that one strong link does not chain two events (average linkage).
 *
 * @param alike how much alike two members are
 * @param enough from which average on two clusters become one
 * @returns for each member the first member of its cluster
 */
export function clusterByLinks(
  members: number,
  links: readonly Link[],
  alike: (a: number, b: number) => number,
  enough: number,
): number[] {
  const cluster = Array.from({ length: members }, (_, member) => member);
  const within = cluster.map((member) => [member]);
  for (const { a, b } of [...links].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)) {
    const [keep, drop] = [Math.min(cluster[a]!, cluster[b]!), Math.max(cluster[a]!, cluster[b]!)];
    if (keep === drop || averageOf(within[keep]!, within[drop]!, alike) < enough) continue;
    for (const member of within[drop]!) {
      cluster[member] = keep;
      within[keep]!.push(member);
    }
    within[drop] = [];
  }
  return cluster;
}

function averageOf(
  x: readonly number[],
  y: readonly number[],
  alike: (a: number, b: number) => number,
): number {
  const [some, others] = [evenly(x), evenly(y)];
  let sum = 0;
  for (const a of some) for (const b of others) sum += alike(a, b);
  return sum / (some.length * others.length);
}

function evenly(members: readonly number[]): readonly number[] {
  if (members.length <= mostCompared) return members;
  const step = members.length / mostCompared;
  return Array.from({ length: mostCompared }, (_, i) => members[Math.floor(i * step)]!);
}
