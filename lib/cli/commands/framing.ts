import { Command } from 'commander';
import { frame, mostArticles, type Told } from '@/lib/core/framing';
import { readAnatomy } from '@/lib/core/provenance';
import { framingLine } from '../framing-line';
import { inputArticles } from '../inputs';
import type { Output } from '../output';

/** `framing`: how the articles of one story tell it, with every difference's words and place; one line. */
export function framingCommand(output: Output, now: Date): Command {
  return new Command('framing')
    .description('how the articles of one story tell it: headlines, actors, voices, what only one has')
    .argument(
      '<articles...>',
      'article records of one story (.jsonl, .jsonl.gz, - for standard input), pages or texts',
    )
    .action(async (given: string[]) => {
      const told: Told[] = [];
      let left = 0;
      for await (const { article, reading } of inputArticles(given, now)) {
        if (told.length < mostArticles) told.push({ article, anatomy: readAnatomy(reading) });
        else left++;
      }
      if (left > 0)
        output.say(
          `Only the first ${mostArticles} articles were compared; ${left} were left out. Give one story at a time.`,
        );
      await output.result(framingLine(frame(told)));
    });
}
