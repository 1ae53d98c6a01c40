import { Command } from 'commander';
import type { Output } from '../output';
import { packBuildCommand } from './pack-build';
import { packDiffCommand } from './pack-diff';
import { packInfoCommand } from './pack-info';
import { packMergeCommand } from './pack-merge';
import { packQueryCommand } from './pack-query';
import { packVerifyCommand } from './pack-verify';

/** `pack`: collections that can be shared, with or without their texts. */
export function packCommand(output: Output, now: Date): Command {
  return new Command('pack')
    .description('build, check, compare, join and read packs: collections of articles that can be shared')
    .addCommand(packBuildCommand(output, now))
    .addCommand(packInfoCommand(output))
    .addCommand(packVerifyCommand(output, now))
    .addCommand(packDiffCommand(output, now))
    .addCommand(packMergeCommand(output, now))
    .addCommand(packQueryCommand(output, now));
}
