import { Command } from 'commander';
import { findPairs } from '@/lib/core/matching';
import { articlesOnly } from '../inputs';
import { minWordsOption } from '../min-words';
import type { Output } from '../output';
import { TextFile } from '../text-file';

/** `pairs`: which articles of a collection share text, and how; each unordered pair once. */
export function pairsCommand(output: Output, now: Date): Command {
  return new Command('pairs')
    .description('articles of a collection that share text, one pair a line')
    .argument('<articles...>', 'article records (.jsonl, .jsonl.gz, - for standard input), pages or texts')
    .addOption(minWordsOption())
    .action(async (given: string[], { minWords }: { minWords: number }) => {
      const shelf = new TextFile();
      try {
        const pairs = findPairs(articlesOnly(given, now), { minWords, progress: output.steps, shelf });
        for await (const pair of pairs) await output.result(pair);
      } finally {
        shelf.close();
      }
    });
}
