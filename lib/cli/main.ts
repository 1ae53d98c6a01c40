import './node-20';
import { Command, CommanderError } from 'commander';
import { version } from '@/package.json';
import { BadInput } from './bad-input';
import { auditCommand } from './commands/audit';
import { backupCommand } from './commands/backup';
import { collectCommand } from './commands/collect';
import { compareCommand } from './commands/compare';
import { creditsCommand } from './commands/credits';
import { extractCommand } from './commands/extract';
import { framingCommand } from './commands/framing';
import { matchCommand } from './commands/match';
import { packCommand } from './commands/pack';
import { pairsCommand } from './commands/pairs';
import { storiesCommand } from './commands/stories';
import { processOutput } from './output';

const output = processOutput();
const now = new Date();

const program = new Command('refrain')
  .description('Whose words a news page is made of, who else ran the story, and how they told it.')
  .version(version)
  .addCommand(extractCommand(output, now))
  .addCommand(pairsCommand(output, now))
  .addCommand(storiesCommand(output, now))
  .addCommand(creditsCommand(output, now))
  .addCommand(framingCommand(output, now))
  .addCommand(matchCommand(output, now))
  .addCommand(compareCommand(output, now))
  .addCommand(auditCommand(output, now))
  .addCommand(packCommand(output, now))
  .addCommand(collectCommand(output, now))
  .addCommand(backupCommand(output));

/** Makes every command throw where it would end the process, so that all endings are in one place. */
function throwInstead(command: Command): void {
  command.exitOverride();
  for (const one of command.commands) throwInstead(one);
}

/** How the process ends: 0 done, 1 bad input, 2 the command was not understood (commander has said how). */
function endWith(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof BadInput) {
    output.say(error.message);
    return 1;
  }
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  output.say(
    `refrain stopped at a fault of its own; nothing was left half-written. Please report this:\n${words}`,
  );
  return 1;
}

throwInstead(program);
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = endWith(error);
}
