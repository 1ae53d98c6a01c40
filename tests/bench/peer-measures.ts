import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bundleForNode } from './bundle.mjs';
import { type PeerName, peerNames } from './peer-engines';
import type { PeerQuestion, PeerResult } from './peer-process';
import type { PlantedSet, Question } from './planted-set';
import { partSize, partsOf, serveJson } from './serve-json';

/** Questions of each kind; Fuse takes seconds over each at 100,000 articles, so it is asked fewer. */
const perKind = 5;
const perKindOfFuse = 1;

/** Measures each engine over a set, one after the other, each in a process of its own. */
export async function measurePeers(set: PlantedSet): Promise<Map<PeerName, PeerResult>> {
  const file = await bundleForNode('peer-process');
  const server = await serveJson((path) => {
    const [what, which] = path.split('/');
    if (what === 'articles')
      return set.library.slice(Number(which) * partSize, (Number(which) + 1) * partSize);
    const questions = firstOfEachKind(set.questions, which === 'Fuse' ? perKindOfFuse : perKind);
    return { parts: partsOf(set.library), articles: set.library.length, questions };
  });
  const results = new Map<PeerName, PeerResult>();
  try {
    for (const name of peerNames) {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--max-old-space-size=8192', '--expose-gc', file, name, server.address],
        { maxBuffer: 2 ** 24 },
      );
      results.set(name, JSON.parse(stdout));
    }
  } finally {
    server.close();
  }
  return results;
}

/** Wire stories are left out: no search library gives a hundred and twenty copies. */
function firstOfEachKind(questions: readonly Question[], most: number): PeerQuestion[] {
  const taken = new Map<string, number>();
  return questions.filter(({ kind, sources }) => {
    const count = (taken.get(kind) ?? 0) + 1;
    taken.set(kind, count);
    return count <= most && sources.length <= 1;
  });
}
