import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CreditLine, type LineResult, readLine } from './provenance-measures';

const file = path.resolve(import.meta.dirname, '../../tests/fixtures/credit-lines.txt');
const around = [
  'The council met on Monday evening to talk about the harbor wall and the money it will need.',
  'Work is to start in May, and the ferry will keep running while the stones are set.',
] as const;

/** Lines of our own in the manner of real outlets, read at their place in a short story of The Harbor Light. */
export function readOwnLines(): LineResult[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row, index) => {
      const [kind = '', outlets = '', place = '', ...line] = row.split(' | ');
      const before = place === 'head' ? null : place === 'tail' ? around.join('\n\n') : around[0];
      const after = place === 'tail' ? null : place === 'head' ? around.join('\n\n') : around[1];
      return readLine(asLine(index, kind, outlets, line.join(' | ')), before, after);
    });
}

function asLine(index: number, kind: string, outlets: string, line: string): CreditLine {
  const named = outlets === '-' ? [] : outlets.split(';').map((name) => name.trim());
  return {
    id: `own-${index}`,
    outlet: 'The Harbor Light',
    title: null,
    line,
    para: 0,
    before: null,
    after: null,
    label: { kind, outlets: named, authors: [] },
  };
}
