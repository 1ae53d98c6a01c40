/** Members that belong together, by their places, with the sum of how much alike each two of them are. */
export interface Cluster {
  members: readonly number[];
  inside: number;
}

/**
 * Joins members two clusters at a time, those first whose members are most alike on average, until all are one
 * (agglomerative clustering by average linkage). Takes time by the square of the members, as a rule.
 *
 * @param alike how much alike two members are: symmetric, a row for each member
 * @returns every cluster that was made on the way, the last of all members; none for a single member
 */
export function joinByAverage(alike: readonly Float64Array[]): Cluster[] {
  const sums = alike.map((row) => row.slice());
  const clusters = new Map(alike.map((_, member) => [member, { members: [member], inside: 0 }]));
  const nearest = new Map(alike.map((_, member) => [member, nearestOf(member, clusters, sums)]));
  const made: Cluster[] = [];
  while (clusters.size > 1) {
    const [keep, drop] = mostAlike(nearest);
    const joined = join(clusters.get(keep)!, clusters.get(drop)!, sums[keep]![drop]!);
    made.push(joined);
    clusters.set(keep, joined);
    clusters.delete(drop);
    nearest.delete(drop);
    addRow(sums, keep, drop);
    for (const [at, near] of nearest)
      if (at === keep || near.of === keep || near.of === drop) nearest.set(at, nearestOf(at, clusters, sums));
      else nearest.set(at, nearer(near, keep, averageOf(at, keep, clusters, sums)));
  }
  return made;
}

/** The cluster that another is most like, and how much. */
interface Near {
  of: number;
  average: number;
}

type Clusters = ReadonlyMap<number, Cluster>;

function join(a: Cluster, b: Cluster, across: number): { members: number[]; inside: number } {
  return { members: [...a.members, ...b.members], inside: a.inside + b.inside + across };
}

function addRow(sums: readonly Float64Array[], to: number, from: number): void {
  for (const [other, row] of sums.entries()) {
    row[to]! += row[from]!;
    sums[to]![other] = row[to]!;
  }
}

function averageOf(a: number, b: number, clusters: Clusters, sums: readonly Float64Array[]): number {
  return sums[a]![b]! / (clusters.get(a)!.members.length * clusters.get(b)!.members.length);
}

function nearestOf(at: number, clusters: Clusters, sums: readonly Float64Array[]): Near {
  let near: Near = { of: at, average: Number.NEGATIVE_INFINITY };
  for (const of of clusters.keys()) if (of !== at) near = nearer(near, of, averageOf(at, of, clusters, sums));
  return near;
}

function nearer(near: Near, of: number, average: number): Near {
  return average > near.average ? { of, average } : near;
}

function mostAlike(nearest: ReadonlyMap<number, Near>): [number, number] {
  let best: [number, Near] | undefined;
  for (const entry of nearest) if (!best || entry[1].average > best[1].average) best = entry;
  const [at, { of }] = best!;
  return at < of ? [at, of] : [of, at];
}
