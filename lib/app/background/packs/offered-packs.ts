import type { SubscribedPack } from '@/lib/app/messaging';
import { inWords, nameFor } from '@/lib/app/packs';
import { bytesOfBase64 } from '@/lib/corpus/base64';
import { canCheckSignatures, manifestName, openPack, type PackManifest } from '@/lib/corpus/packs';
import { takeShard } from '@/lib/corpus/sources/packs';
import { newSubscription, type Subscription } from './subscriptions';
import { type PackDeps, refusedUpdate } from './update-pack';

/**
 * Packs that came as files: a page of ours hands them over one by one. Nothing is remembered here in between (the worker may be
 * stopped): what was announced and what has come is in the library.
 */
export function offeredPacks({ shelf, subscriptions, now, pause, changed }: PackDeps) {
  return {
    /** A manifest with its signature, both in base64. A pack of the same title that came as a file is updated by it. */
    async offer(
      manifest: string,
      signature: string | null,
    ): Promise<{ name: string; wanted: string[] } | { refused: string }> {
      const opened = await openPack(async (file) => {
        const text = file === manifestName ? manifest : signature;
        return text === null ? null : bytesOfBase64(text);
      });
      if (opened.status === 'refused') return { refused: inWords(opened) };
      const [packs, subscribed] = [await shelf(), await subscriptions.list()];
      const { title } = opened.manifest;
      const known = subscribed.find(
        ({ name, address }) => address === null && name === nameFor(title, null, []),
      );
      const held = (await packs.list()).find(({ name }) => name === known?.name)?.manifest ?? null;
      const refused = known && refusedUpdate(known, held, opened.manifest);
      if (refused) return { refused: inWords(refused) };
      const name =
        known?.name ??
        nameFor(
          title,
          null,
          subscribed.map((one) => one.name),
        );
      const wanted = new Set(await packs.begin(name, opened.manifest));
      const files = opened.manifest.shards.filter(({ sha256 }) => wanted.has(sha256));
      return { name, wanted: files.map(({ file }) => file) };
    },

    async receive(name: string, file: string, bytes: string): Promise<{ refused: string | null }> {
      const packs = await shelf();
      const coming = (await packs.list()).find((pack) => pack.name === name)?.coming;
      const shard = coming?.manifest.shards.find((one) => one.file === file);
      if (!coming || !shard)
        return { refused: `${file}: nobody waits for this file. Choose the pack again.` };
      const deps = { now: now(), pause };
      const refused = await takeShard(packs, name, coming.manifest, shard, bytesOfBase64(bytes), deps);
      return { refused: refused && inWords(refused) };
    },

    async end(
      name: string,
      whole: boolean,
      list: () => Promise<SubscribedPack[]>,
    ): Promise<SubscribedPack[]> {
      const packs = await shelf();
      const coming = (await packs.list()).find((pack) => pack.name === name)?.coming;
      if (!whole) await packs.abandon(name);
      else if (coming) {
        await packs.finish(name);
        const before = (await subscriptions.list()).find((one) => one.name === name);
        const at = now().toISOString();
        await subscriptions.put({
          ...(before ?? newSubscription(name, null, now())),
          signer: coming.manifest.signed_by,
          outlets: coming.manifest.outlets ?? [],
          signature: await signatureStateOf(coming.manifest),
          lastTry: at,
          lastUpdate: at,
        });
        await changed();
      }
      return list();
    },
  };
}

/** A manifest that was taken has a signature that fits, if it names a signer and this browser can check it. */
async function signatureStateOf({ signed_by: signer }: PackManifest): Promise<Subscription['signature']> {
  if (signer === null) return 'none';
  return (await canCheckSignatures()) ? 'good' : 'unchecked';
}
