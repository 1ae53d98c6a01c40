import { Command } from 'commander';
import { readBackup } from '@/lib/corpus/sources/backup';
import { BadInput } from '../bad-input';
import { bytesOf } from '../files';
import type { Output } from '../output';

/** `backup check`: reads a backup as restoring it would, and names each file that is not as it should be. */
export function backupCommand(output: Output): Command {
  return new Command('backup').description('read backups of a library').addCommand(
    new Command('check')
      .description('check every file of a backup against its manifest')
      .argument('<file>', 'the .zip file that was saved as a backup')
      .action(async (file: string) => {
        const outcome = await readBackup(bytesOf(file), false);
        if (outcome.status === 'refused') throw new BadInput(file, outcome.why);
        const { manifest, damaged } = outcome;
        const { made, articles, files } = manifest;
        await output.result({
          backup: file,
          whole: damaged.length === 0,
          made,
          articles,
          files: files.length,
        });
        const named = damaged.map(({ name, why }) => new BadInput(`${file} › ${name}`, why));
        const last = named.pop();
        for (const { message } of named) output.say(message);
        if (last) throw last;
      }),
  );
}
