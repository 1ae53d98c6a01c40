import { Command } from 'commander';
import { buildReport, outcomeSentences, type ReportOutcome, sayInEnglish } from '@/lib/core/report';
import { heldCorpus } from '../held-corpus';
import type { Output } from '../output';
import { pageAddress, readPageFileAt } from '../page-file';

/** `match`: the report that the popover would show of a page, over packs and files instead of the reader's library. */
export function matchCommand(output: Output, now: Date): Command {
  return new Command('match')
    .description('whose words a page is made of, and which articles share its text or story')
    .argument('<page>', 'page (.html) or text (.txt)')
    .requiredOption(
      '--corpus <places...>',
      'packs, article records (.jsonl), pages, texts or folders to search',
    )
    .option('--url <address>', 'address that the page was saved from')
    .action(async (page: string, options: { corpus: string[]; url?: string }) => {
      const reading = await readPageFileAt(page, pageAddress(options.url), now);
      const outcome: ReportOutcome =
        reading.status === 'not-an-article'
          ? reading
          : await buildReport(reading.reading, [await heldCorpus(options.corpus, now)], { now });
      for (const sentence of outcomeSentences(sayInEnglish, outcome)) output.say(sentence);
      await output.result(outcome);
    });
}
