import { describe, expect, it } from 'vitest';
import { clusterByLinks } from './cluster';

/** Members that belong together: those of the same letter. */
const letters = [...'aabbbca'];
const isOne = (x: number, y: number) => letters[x] === letters[y];
const links = (...pairs: [number, number, number][]) => pairs.map(([a, b, score]) => ({ a, b, score }));

describe('clusterByLinks', () => {
  it('names each cluster by its first member and leaves the rest alone', () => {
    expect(clusterByLinks(7, links([0, 1, 0.9], [2, 3, 0.8], [3, 4, 0.7], [1, 6, 0.6]), isOne)).toEqual([
      0, 0, 2, 2, 2, 5, 0,
    ]);
  });

  it('does not chain two clusters by one loose link', () => {
    expect(clusterByLinks(5, links([0, 1, 0.9], [2, 3, 0.9], [3, 4, 0.8], [1, 2, 0.7]), isOne)).toEqual([
      0, 0, 2, 2, 2,
    ]);
  });

  it('gives the same clusters in whatever order links come', () => {
    const list = links([0, 1, 0.5], [1, 6, 0.5], [0, 6, 0.5], [3, 4, 0.5], [2, 3, 0.5]);
    expect(clusterByLinks(7, [...list].reverse(), isOne)).toEqual(clusterByLinks(7, list, isOne));
  });
});
