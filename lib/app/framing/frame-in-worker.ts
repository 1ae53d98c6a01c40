import type { ToldText } from '@/lib/app/messaging';
import type { Framing } from '@/lib/core/framing';
import workerAddress from './framing-worker?worker&url';

/** How long a comparison may take before it is given up, in ms; a story of five articles takes some 100. */
const PATIENCE = 20_000;

/** Compares in a worker of this page, so that the page stays quick; the worker ends with its answer. */
export function frameInWorker(texts: readonly ToldText[]): Promise<Framing> {
  const worker = new Worker(trusted(workerAddress), { type: 'module' });
  return new Promise<Framing>((resolve, reject) => {
    const tooLong = setTimeout(
      () => reject(new Error('The comparison took too long and was stopped.')),
      PATIENCE,
    );
    worker.addEventListener('message', ({ data }: MessageEvent<Framing>) => {
      clearTimeout(tooLong);
      resolve(data);
    });
    worker.addEventListener('error', ({ message }) => {
      clearTimeout(tooLong);
      reject(new Error(message));
    });
    worker.postMessage(texts);
  }).finally(() => worker.terminate());
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
