import { Command } from 'commander';
import type { PageReading } from '@/lib/core/article';
import { readCitations, readCredits } from '@/lib/core/provenance';
import { citationLine, creditLine } from '../contract';
import { inputArticles } from '../inputs';
import type { Output } from '../output';

/** `credits`: whom each article credits and leans on, one credit or citation a line. */
export function creditsCommand(output: Output, now: Date): Command {
  return new Command('credits')
    .description('credit lines and citations of articles, one a line')
    .argument('<articles...>', 'article records (.jsonl, .jsonl.gz, - for standard input), pages or texts')
    .action(async (given: string[]) => {
      for await (const { reading } of inputArticles(given, now)) {
        for (const line of creditLines(reading)) await output.result(line);
      }
    });
}

/** Credits first; a sentence that is one already is not named again as a citation of the same outlet. */
function creditLines(reading: PageReading) {
  const { article } = reading;
  const credits = readCredits(reading);
  const citations = readCitations(article, credits).filter(
    ({ cited, span }) =>
      !credits.some(
        (credit) =>
          credit.outlet === cited &&
          credit.span !== null &&
          credit.span.start < span.end &&
          span.start < credit.span.end,
      ),
  );
  return [
    ...credits.map((credit) => creditLine(article.id, credit)),
    ...citations.map((citation) => citationLine(article, citation)),
  ];
}
