import { Command } from 'commander';
import { readCredits } from '@/lib/core/provenance';
import { creditLine } from '../contract';
import { inputArticles } from '../inputs';
import type { Output } from '../output';

/** `credits`: whom each article credits and leans on, one credit or citation a line. */
export function creditsCommand(output: Output, now: Date): Command {
  return new Command('credits')
    .description('credit lines and citations of articles, one a line')
    .argument('<articles...>', 'article records (.jsonl, .jsonl.gz, - for standard input), pages or texts')
    .action(async (given: string[]) => {
      for await (const { article, reading } of inputArticles(given, now)) {
        for (const credit of readCredits(reading)) await output.result(creditLine(article.id, credit));
      }
    });
}
