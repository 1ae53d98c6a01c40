import { Command } from 'commander';
import { openPack, readShards } from '@/lib/corpus/packs';
import type { BadInput } from '../bad-input';
import { packAt, refusedIn } from '../held-corpus';
import type { Output } from '../output';

/** `pack verify`: reads every shard of a pack as a library would, and names each that is not as it should be. */
export function packVerifyCommand(output: Output, now: Date): Command {
  return new Command('verify')
    .description('check every file of a pack against its manifest')
    .argument('<dir>', 'folder of the pack')
    .action(async (dir: string) => {
      const { folder, source } = await packAt(dir);
      const opened = await openPack(source);
      if (opened.status === 'refused') throw refusedIn(folder, opened);
      const refused: BadInput[] = [];
      let articles = 0;
      for await (const { file, outcome } of readShards(source, opened.manifest, { packName: dir, now })) {
        output.progress(`checking ${file}`);
        if (outcome.status === 'refused') refused.push(refusedIn(folder, outcome));
        else articles += outcome.articles.length;
      }
      const shards = opened.manifest.shards.length;
      await output.result({ pack: dir, whole: refused.length === 0, shards, articles });
      const last = refused.pop();
      for (const { message } of refused) output.say(message);
      if (last) throw last;
    });
}
