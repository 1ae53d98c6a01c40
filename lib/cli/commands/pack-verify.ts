import { Command } from 'commander';
import { readShards } from '@/lib/corpus/packs';
import type { BadInput } from '../bad-input';
import type { Output } from '../output';
import { openPackAt, refusedIn } from '../pack-place';

/** `pack verify`: reads every shard of a pack as a library would, and names each that is not as it should be. */
export function packVerifyCommand(output: Output, now: Date): Command {
  return new Command('verify')
    .description('check every file of a pack against its manifest, and the manifest against its signature')
    .argument('<pack>', 'folder or zip of the pack')
    .action(async (given: string) => {
      const { place, source, opened } = await openPackAt(given);
      const refused: BadInput[] = [];
      let articles = 0;
      for await (const { file, outcome } of readShards(source, opened.manifest, { packName: given, now })) {
        output.progress(`checking ${file}`);
        if (outcome.status === 'refused') refused.push(refusedIn(place, outcome));
        else articles += outcome.articles.length;
      }
      const shards = opened.manifest.shards.length;
      const { signature } = opened;
      await output.result({ pack: given, whole: refused.length === 0, shards, articles, signature });
      const last = refused.pop();
      for (const { message } of refused) output.say(message);
      if (last) throw last;
    });
}
