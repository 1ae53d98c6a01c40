import type { PeerName } from './peer-engines';
import type { PeerResult } from './peer-process';
import type { Row } from './table';

/** What is hoped for against an engine: CPU of a query, and F1, as multiples. */
const hoped: Partial<Record<PeerName, { cpu: number; f1: number | null }>> = {
  FlexSearch: { cpu: 50, f1: 2 },
  MiniSearch: { cpu: 1_000, f1: 1.5 },
};

/** CPU of a query beside other engines, all in Node with everything in memory, each in a process of its own. */
export function peerRows(results: ReadonlyMap<PeerName, PeerResult>): Row[] {
  const ours = results.get('Refrain');
  if (!ours) return [];
  return [...results].map(([name, result]) => {
    const { articles, asked, buildSeconds, queryMs, f1, peakBytes } = result;
    const cpu = queryMs / ours.queryMs;
    const better = ours.f1 / f1;
    const goal = hoped[name];
    const ratios =
      name === 'Refrain'
        ? ''
        : `: ours takes 1/${cpu.toFixed(cpu < 10 ? 1 : 0)} of it, F1 × ${better.toFixed(2)}`;
    return {
      measure: `CPU per query, ${name}${name === 'Fuse' ? ' (headlines)' : ''}`,
      gold: `${articles} articles in memory, ${asked} queries`,
      figure: `${queryMs.toFixed(queryMs < 10 ? 2 : 0)} ms, F1 ${f1.toFixed(2)}, built in ${buildSeconds.toFixed(0)} s CPU, ${(peakBytes / 1e9).toFixed(1)} GB${ratios}`,
      target: goal ? `hoped ${goal.cpu} × at ${goal.f1} × F1` : '',
      met: goal ? cpu >= goal.cpu && better >= (goal.f1 ?? 0) : null,
    };
  });
}
