import { Command, Option } from 'commander';
import { buildReport, outcomeSentences, type ReportOutcome, sayInEnglish } from '@/lib/core/report';
import { type ShareForm, shareFinding, shareForms } from '@/lib/core/report/share';
import { heldCorpus } from '../held-corpus';
import { minWordsOption } from '../min-words';
import type { Output } from '../output';
import { pageAddress, readPageFileAt } from '../page-file';

/** `match`: the report that the popover would show of a page, over packs and files instead of the reader's library. */
export function matchCommand(output: Output, now: Date): Command {
  const command = new Command('match');
  return command
    .description('whose words a page is made of, and which articles share its text or story')
    .argument('<page>', 'page (.html) or text (.txt)')
    .requiredOption(
      '--corpus <places...>',
      'packs, article records (.jsonl), pages, texts or folders to search',
    )
    .option('--url <address>', 'address that the page was saved from')
    .addOption(minWordsOption())
    .addOption(
      new Option('--as <form>', 'the finding to pass on, in place of the report').choices(shareForms),
    )
    .option('--hide-answers', 'with --as html: each question stands alone until its answer is opened')
    .action(async (page: string, options: Options) => {
      if (options.hideAnswers && options.as !== 'html')
        command.error('error: --hide-answers goes with --as html only');
      const reading = await readPageFileAt(page, pageAddress(options.url), now);
      const outcome: ReportOutcome =
        reading.status === 'not-an-article'
          ? reading
          : await buildReport(reading.reading, [await heldCorpus(options.corpus, now)], {
              now,
              minWords: options.minWords,
            });
      for (const sentence of outcomeSentences(sayInEnglish, outcome)) output.say(sentence);
      if (options.as === undefined || reading.status === 'not-an-article' || !('report' in outcome))
        return output.result(outcome);
      const { text } = reading.reading.article;
      const finding = { report: outcome.report, text, day: now.toISOString().slice(0, 10) };
      const { type, content } = shareFinding(sayInEnglish, finding, options.as, options);
      return type.startsWith('text/') ? output.text(content.trimEnd()) : output.result(JSON.parse(content));
    });
}

interface Options {
  corpus: string[];
  url?: string;
  minWords: number;
  as?: ShareForm;
  hideAnswers?: true;
}
