import { turns } from '@/lib/app/in-turn';
import type { ToldText } from '@/lib/app/messaging';
import type { Framing } from '@/lib/core/framing';
import workerAddress from './framing-worker?worker&url';

/** How long a comparison may take before it is given up, in ms; a story of five articles takes some 100. */
const patience = 20_000;

/** The page's worker, kept while the page is open: its start takes longer than a comparison. */
let running: Worker | undefined;
/** Comparisons are made one after the other. */
const inTurn = turns();

/**
 * Compares in a worker of this page, so that the page stays quick. It starts while the texts come in; one that failed is
 * replaced by the next comparison's.
 */
export function frameInWorker(texts: Promise<readonly ToldText[]>): Promise<Framing> {
  running ??= startWorker();
  return inTurn(async () => frameNext(await texts));
}

function startWorker(): Worker {
  return new Worker(trusted(workerAddress), { type: 'module' });
}

function frameNext(texts: readonly ToldText[]): Promise<Framing> {
  running ??= startWorker();
  const worker = running;
  const done = new AbortController();
  return new Promise<Framing>((resolve, reject) => {
    const fail = (why: string) => {
      worker.terminate();
      running = undefined;
      reject(new Error(why));
    };
    const tooLong = setTimeout(() => fail('The comparison took too long and was stopped.'), patience);
    done.signal.addEventListener('abort', () => clearTimeout(tooLong));
    worker.addEventListener('message', ({ data }: MessageEvent<Framing>) => resolve(data), done);
    worker.addEventListener('error', ({ message }) => fail(message), done);
    worker.postMessage(texts);
  }).finally(() => done.abort());
}

/** The one policy of our pages that makes an address trusted: of our own worker, and nothing else. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return address;
  policy ??= trustedTypes.createPolicy('refrain', {
    createScriptURL: (url) => {
      if (url !== workerAddress) throw new TypeError('Only our own worker is started.');
      return url;
    },
  });
  return policy.createScriptURL(address);
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

interface Policy {
  /** A `TrustedScriptURL`, which stands wherever the address would. */
  createScriptURL(url: string): string;
}

let policy: Policy | undefined;
