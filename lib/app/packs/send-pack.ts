import type { ask, PackAnswer } from '@/lib/app/messaging';
import { base64Of } from '@/lib/corpus/base64';
import { manifestName, type PackSource, signatureName } from '@/lib/corpus/packs';

export type Asks = typeof ask;

/** Hands a pack's files to the background one by one, those it has not got yet; gives it up where one of them is refused. */
export async function sendPack(
  source: PackSource,
  ask: Asks,
  tell: (there: number, of: number) => void,
): Promise<PackAnswer> {
  const [manifest, signature] = [await source(manifestName), await source(signatureName)];
  const offered = await ask(
    'offerPack',
    base64Of(manifest ?? new Uint8Array(0)),
    signature && base64Of(signature),
  );
  if ('refused' in offered) return { packs: await ask('packs'), refused: offered.refused };
  const { name, wanted } = offered;
  for (const [index, file] of wanted.entries()) {
    tell(index, wanted.length);
    const refused = await sendFile(await source(file), name, file, ask);
    if (refused !== null) return { packs: await ask('endPackFile', name, false), refused };
  }
  return { packs: await ask('endPackFile', name, true), refused: null };
}

async function sendFile(
  bytes: Uint8Array<ArrayBuffer> | null,
  name: string,
  file: string,
  ask: Asks,
): Promise<string | null> {
  if (bytes === null) return `${file}: the file is missing. Choose it along with the manifest.`;
  return (await ask('sendPackFile', name, file, base64Of(bytes))).refused;
}
