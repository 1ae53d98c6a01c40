import { Command } from 'commander';
import { bytesOfShards } from '@/lib/corpus/packs';
import type { Output } from '../output';
import { openPackAt } from '../pack-place';

/** `pack info`: what a pack says of itself, with the bytes of its shards; nothing but the manifest is read. */
export function packInfoCommand(output: Output): Command {
  return new Command('info')
    .description('what a pack says of itself')
    .argument('<pack>', 'folder or zip of the pack')
    .action(async (given: string) => {
      const { manifest, signature } = (await openPackAt(given)).opened;
      await output.result({ pack: given, bytes: bytesOfShards(manifest), signature, ...manifest });
    });
}
