import { describe, expect, it } from 'vitest';
import { clusterByLinks } from './cluster';

/** Members of the same letter are alike, others hardly. */
const letters = [...'aabbbca'];
const alike = (x: number, y: number) => (letters[x] === letters[y] ? 0.9 : 0.1);
const cluster = (members: number, list: Parameters<typeof clusterByLinks>[1]) =>
  clusterByLinks(members, list, alike, 0.5);
const links = (...pairs: [number, number, number][]) => pairs.map(([a, b, score]) => ({ a, b, score }));

describe('clusterByLinks', () => {
  it('names each cluster by its first member and leaves the rest alone', () => {
    expect(cluster(7, links([0, 1, 0.9], [2, 3, 0.8], [3, 4, 0.7], [1, 6, 0.6]))).toEqual([
      0, 0, 2, 2, 2, 5, 0,
    ]);
  });

  it('does not chain two clusters by one loose link', () => {
    expect(cluster(5, links([0, 1, 0.9], [2, 3, 0.9], [3, 4, 0.8], [1, 2, 0.7]))).toEqual([0, 0, 2, 2, 2]);
  });

  it('gives the same clusters in whatever order links come', () => {
    const list = links([0, 1, 0.5], [1, 6, 0.5], [0, 6, 0.5], [3, 4, 0.5], [2, 3, 0.5]);
    expect(cluster(7, [...list].reverse())).toEqual(cluster(7, list));
  });
});
