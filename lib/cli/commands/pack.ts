import { Command } from 'commander';
import type { Output } from '../output';
import { packBuildCommand } from './pack-build';
import { packInfoCommand } from './pack-info';
import { packVerifyCommand } from './pack-verify';

/** `pack`: collections that can be shared, with or without their texts. */
export function packCommand(output: Output, now: Date): Command {
  return new Command('pack')
    .description('build and check packs: collections of articles that can be shared')
    .addCommand(packBuildCommand(output, now))
    .addCommand(packInfoCommand(output))
    .addCommand(packVerifyCommand(output, now));
}
