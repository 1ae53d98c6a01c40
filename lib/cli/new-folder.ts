import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { manifestName, readManifest, signatureName } from '@/lib/corpus/packs';
import { BadInput } from './bad-input';
import { locate, readWhole } from './files';

/**
 * Lets `fill` write a pack into a folder beside `given`, and puts it in its place when all is written.
 * When anything fails, that folder is taken away again and what lay at `given` is as before.
 *
 * @throws BadInput when something else than a pack lies at `given`: nothing of a reader's is ever written over.
 */
export async function newFolder(given: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const place = locate(given);
  const old = await oldPack(given);
  const beside = await folderBeside(place).catch((error: unknown) => {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new BadInput(given, `no folder can be made there (${error.code}). Name another place with --out.`);
  });
  try {
    await fill(beside);
    // A temporary folder is its maker's alone; a pack is as readable as any other folder made here.
    await chmod(beside, 0o777 & ~process.umask());
    if (old !== 'nothing') await rename(place, `${beside}.old`);
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
  await rm(`${beside}.old`, { recursive: true, force: true });
}

async function folderBeside(place: string): Promise<string> {
  await mkdir(path.dirname(place), { recursive: true });
  return mkdtemp(`${place}.unfinished-`);
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
