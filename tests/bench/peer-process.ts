/** One engine in a process of its own: `node peer-process.mjs NAME ADDRESS`, its result as JSON on standard output. */
import type { Article } from '@/lib/core/article';
import { hashRuns } from '@/lib/core/fingerprint/hash';
import { tokenize } from '@/lib/core/text';
import { defaultLimits } from '@/lib/corpus/store/limits';
import { type PeerHit, peerEngine, peerNames } from './peer-engines';

/** What an article served for the peers is asked with. */
export interface PeerQuestion {
  kind: string;
  article: Article;
  sources: string[];
}

export interface PeerResult {
  articles: number;
  asked: number;
  /** CPU of this process. */
  buildSeconds: number;
  queryMs: number;
  /** At the score from which on hits count that suits the engine best. */
  f1: number;
  peakBytes: number;
}

/** What a hit is: the article wanted; one that shares eight words in a row with the question, which nobody counts; or false. */
type Judged = { score: number; is: 'right' | 'neither' | 'false' };

/** Words in a row. */
const sharedRun = 8;

async function measure(name: string | undefined, address: string): Promise<PeerResult> {
  const peer = peerNames.find((one) => one === name);
  if (peer === undefined) throw new Error(`No engine named ${name}.`);
  const { parts, articles, questions }: { parts: number; articles: number; questions: PeerQuestion[] } =
    await getJson(`${address}/peers/${peer}`);
  const engine = peerEngine(peer, articles < defaultLimits.keepsFinerBelow);
  const held: { id: string; text: string }[] = [];
  let buildMs = 0;
  for (let part = 0; part < parts; part++) {
    const list: Article[] = await getJson(`${address}/articles/${part}`);
    buildMs += cpuOf(() => {
      for (const article of list) engine.add(article, held.push(article) - 1);
    });
  }
  buildMs += cpuOf(() => engine.finish());
  await engine.ask(questions[0]!.article);
  // To collect what building left takes longer than all questions together, and would fall among them or not by chance.
  globalThis.gc?.();
  // All are asked before any answer is judged: what judging leaves behind is collected at the next question's cost.
  const answers: (readonly PeerHit[])[] = [];
  const from = process.cpuUsage();
  for (const { article } of questions) answers.push(await engine.ask(article));
  const queryMs = cpuSince(from);
  const judged = answers.map((hits, i) => judge(questions[i]!, hits, held));
  return {
    articles: held.length,
    asked: questions.length,
    buildSeconds: buildMs / 1_000,
    queryMs: queryMs / questions.length,
    f1: bestF1(judged, questions.filter(({ sources }) => sources.length > 0).length),
    peakBytes: process.resourceUsage().maxRSS * 1_024,
  };
}

async function getJson<Value>(address: string): Promise<Value> {
  return (await fetch(address)).json();
}

function cpuOf(work: () => void): number {
  const from = process.cpuUsage();
  work();
  return cpuSince(from);
}

function cpuSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}

function judge(
  { article, sources }: PeerQuestion,
  hits: readonly PeerHit[],
  held: readonly { id: string; text: string }[],
): Judged[] {
  const runs = new Set(hashRuns(tokenize(article.text).hashes, sharedRun, 0));
  return hits.map(({ place, score }) => {
    const { id, text } = held[place]!;
    if (sources.includes(id)) return { score, is: 'right' };
    const shares = hashRuns(tokenize(text).hashes, sharedRun, 0).some((run) => runs.has(run));
    return { score, is: shares ? 'neither' : 'false' };
  });
}

/** F1 at the best of all scores from which on hits could count. */
function bestF1(judged: readonly Judged[][], wanted: number): number {
  const scores = new Set(judged.flatMap((hits) => hits.map(({ score }) => score)));
  let best = 0;
  for (const least of scores) {
    const taken = judged.flatMap((hits) => hits.filter(({ score }) => score >= least));
    const right = taken.filter(({ is }) => is === 'right').length;
    const wrong = taken.filter(({ is }) => is === 'false').length;
    best = Math.max(best, (2 * right) / (right + wrong + wanted));
  }
  return best;
}

const [name, address = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(name, address)));
