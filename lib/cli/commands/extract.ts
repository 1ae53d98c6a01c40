import { Command } from 'commander';
import type { PageReading } from '@/lib/core/article';
import { authorOf, readAnatomy } from '@/lib/core/provenance';
import { notAnArticleSentence, sayInEnglish } from '@/lib/core/report';
import { BadInput } from '../bad-input';
import { anatomyPart, citedLine, creditLine, pair } from '../contract';
import { filesAt } from '../files';
import type { Output } from '../output';
import { pageAddress, readPageFileAt } from '../page-file';

/** `extract`: what a saved page or text file holds, and whose words it is made of; one file a line. */
export function extractCommand(output: Output, now: Date): Command {
  return new Command('extract')
    .description('text, facts, credits and anatomy of saved pages and text files, one a line')
    .argument('<files...>', 'pages (.html), texts (.txt) or folders of them')
    .option('--url <address>', 'address that the page was saved from')
    .action(async (given: string[], options: { url?: string }) => {
      const url = pageAddress(options.url);
      const refused: BadInput[] = [];
      for await (const file of allFiles(given, refused)) {
        try {
          await extract(file, url, output, now);
        } catch (error) {
          if (!(error instanceof BadInput)) throw error;
          refused.push(error);
        }
      }
      const last = refused.pop();
      for (const { message } of refused) output.say(message);
      if (last) throw last;
    });
}

/** The files given, one after another; one that is not there does not keep the others from being read. */
async function* allFiles(given: readonly string[], refused: BadInput[]): AsyncGenerator<string> {
  for (const one of given) {
    try {
      yield* filesAt(one);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      refused.push(error);
    }
  }
}

async function extract(file: string, url: string | null, output: Output, now: Date): Promise<void> {
  const outcome = await readPageFileAt(file, url, now);
  if (outcome.status === 'not-an-article') {
    output.say(`${file}: ${notAnArticleSentence(sayInEnglish, outcome.because)}`);
    await output.result({ file, ...outcome });
    return;
  }
  const { cut } = outcome.reading;
  if (cut) output.say(`${file}: the first ${cut.wordsCompared} of ${cut.wordsInAll} words are taken.`);
  await output.result(extractLine(file, outcome.reading));
}

function extractLine(file: string, reading: PageReading) {
  const { article } = reading;
  const anatomy = readAnatomy(reading);
  return {
    file,
    title: article.title,
    outlet: article.outlet,
    byline: article.byline,
    author: authorOf(article.byline, anatomy.credits),
    published: article.published?.at ?? null,
    // A file that names its outlet, credits nobody else and stands at no address is that outlet's own by its own statement.
    original_outlet: anatomy.originalOutlet ?? (article.url === null ? article.outlet : null),
    completeness: article.completeness,
    credits: anatomy.credits.map((credit) => creditLine(article.id, credit)),
    anatomy: anatomy.parts.map(anatomyPart),
    cited: anatomy.cited.map(citedLine),
    text: article.text,
    paragraphs: article.paragraphs.map(pair),
  };
}
