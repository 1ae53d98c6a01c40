import { renameSync, rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { manifestName, readManifest, signatureName } from '@/lib/corpus/packs';
import { BadInput } from './bad-input';
import { locate, readWhole } from './files';

/**
 * Lets `fill` write a pack into a folder beside `given`, and puts it in its place when all is written.
 * When anything fails or the command is stopped (Ctrl-C), that folder is taken away again and what lay at `given` is as before.
 *
 * @throws BadInput when something else than a pack lies at `given`: nothing of a reader's is ever written over.
 */
export async function newFolder(given: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const place = locate(given);
  const old = await oldPack(given);
  await makeFolder(path.dirname(given));
  const beside = await mkdtemp(`${place}.unfinished-`).catch(noFolder(given));
  const keepSignals = onStop(() => rmSync(beside, { recursive: true, force: true }));
  try {
    await fill(beside);
    // A temporary folder is its maker's alone; a pack is as readable as any other folder made here.
    await chmod(beside, 0o777 & ~process.umask());
    // Nothing comes between the two: whoever stops the command finds the old pack or the new one.
    if (old !== 'nothing') renameSync(place, `${beside}.old`);
    renameSync(beside, place);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  } finally {
    keepSignals();
  }
  await rm(`${beside}.old`, { recursive: true, force: true });
}

/** Makes a folder with all above it, unless it is there. @throws BadInput when that cannot be. */
export async function makeFolder(given: string): Promise<void> {
  await mkdir(locate(given), { recursive: true }).catch(noFolder(given));
}

function noFolder(given: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new BadInput(given, `no folder can be made there (${error.code}). Name another place with --out.`);
  };
}

/** Tidies up when the process is told to stop, then lets it stop as it would have. @returns ends this */
function onStop(tidy: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const end = () => {
    for (const signal of signals) process.off(signal, stop);
  };
  const stop = (signal: NodeJS.Signals) => {
    tidy();
    end();
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, stop);
  return end;
}

/** What lies at the place: nothing, an empty folder, or a pack and no file beside it. */
async function oldPack(given: string): Promise<'nothing' | 'replaceable'> {
  let names: string[];
  try {
    names = await readdir(locate(given));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ENOENT') return 'nothing';
    if (error.code === 'ENOTDIR') throw new BadInput(given, 'this is a file. Name a folder for the pack.');
    throw error;
  }
  const others = new Set(names);
  if (others.delete(manifestName)) {
    const read = readManifest(await readWhole(path.join(given, manifestName)));
    others.delete(signatureName);
    if (read.status === 'read') for (const { file } of read.manifest.shards) others.delete(file);
  }
  if (others.size === 0) return 'replaceable';
  throw new BadInput(
    given,
    `the folder holds other files than a pack's (${[...others][0]}). Name a new folder for the pack.`,
  );
}
