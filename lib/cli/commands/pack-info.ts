import { Command } from 'commander';
import { bytesOfShards, openPack } from '@/lib/corpus/packs';
import { packAt, refusedIn } from '../held-corpus';
import type { Output } from '../output';

/** `pack info`: what a pack says of itself, with the bytes of its shards; nothing but the manifest is read. */
export function packInfoCommand(output: Output): Command {
  return new Command('info')
    .description('what a pack says of itself')
    .argument('<dir>', 'folder of the pack')
    .action(async (dir: string) => {
      const { folder, source } = await packAt(dir);
      const opened = await openPack(source);
      if (opened.status === 'refused') throw refusedIn(folder, opened);
      const { manifest, signature } = opened;
      await output.result({ pack: dir, bytes: bytesOfShards(manifest), signature, ...manifest });
    });
}
