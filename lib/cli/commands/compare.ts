import { Command } from 'commander';
import { BadInput } from '../bad-input';
import { type ComparedSide, type Comparison, compareReadings } from '../comparison';
import { comparisonText } from '../comparison-text';
import { pair } from '../contract';
import { framingLine } from '../framing-line';
import { minWordsOption } from '../min-words';
import type { Output } from '../output';
import { readPageFileAt } from '../page-file';

/** `compare`: two pages or texts side by side, in words or (`--json`) as one line of data. */
export function compareCommand(output: Output, now: Date): Command {
  return new Command('compare')
    .description('two pages or texts side by side: shares, passages, headlines, whose words')
    .argument('<a>', 'page (.html) or text (.txt)')
    .argument('<b>', 'page (.html) or text (.txt)')
    .option('--json', 'one line of JSON instead of words')
    .addOption(minWordsOption())
    .action(async (a: string, b: string, options: { json?: true; minWords: number }) => {
      const comparison = await compareReadings(await sideOf(a, now), await sideOf(b, now), {
        now,
        minWords: options.minWords,
      });
      if (options.json) await output.result(comparisonLine(comparison));
      else await output.text(comparisonText(comparison));
    });
}

async function sideOf(file: string, now: Date): Promise<Omit<ComparedSide, 'report'>> {
  const outcome = await readPageFileAt(file, null, now);
  if (outcome.status === 'read') return { file, reading: outcome.reading };
  throw new BadInput(
    file,
    'no article text was found in this file, so there is nothing to compare. Name another.',
  );
}

/** As a line of `pairs`, with what stands beside it. */
function comparisonLine({ a, b, text, story, headlines, framing }: Comparison) {
  return {
    a: sideLine(a),
    b: sideLine(b),
    relation: text?.relation ?? null,
    coverage_a: text?.coverage.here ?? 0,
    coverage_b: text?.coverage.there ?? 0,
    words_shared: text?.wordsShared ?? 0,
    same_outlet: text?.sameOutlet ?? story?.sameOutlet ?? null,
    passages: (text?.passages ?? []).map(({ here, there, kind, words }) => ({
      a: pair(here),
      b: pair(there),
      kind,
      words,
    })),
    story: story && { relation: story.relation, shared: story.shared },
    headlines: { only_a: headlines.only_a.flat(), only_b: headlines.only_b.flat() },
    framing: framingLine(framing),
  };
}

function sideLine({ file, reading: { article }, report }: ComparedSide) {
  return {
    file,
    title: article.title,
    outlet: article.outlet,
    byline: article.byline,
    published: article.published?.at ?? null,
    original_outlet: report.anatomy.originalOutlet,
    words: report.page.words,
  };
}
