import { Command, InvalidArgumentError, Option } from 'commander';
import type { Article } from '@/lib/core/article';
import { sampleOf, scoreAudit } from '@/lib/core/audit';
import { blindLine } from '../audit/blind-sample';
import { readJudged, scoreLine, scoreWords } from '../audit/judged-file';
import { type PrintedPair, pairsIn } from '../audit/pairs-file';
import { BadInput } from '../bad-input';
import { articlesOnly } from '../inputs';
import type { Output } from '../output';

interface AuditOptions {
  articles?: string[];
  sample: number;
  seed: number;
  judged?: string;
}

/** `audit`: a blind sample of pairs for a person to judge, and from the judged file how right `pairs` was. */
export function auditCommand(output: Output, now: Date): Command {
  const command = new Command('audit');
  return command
    .description('a blind sample of pairs to judge; with --judged, how many of them were right')
    .argument('<pairs>', 'what `pairs` has printed (.jsonl, .jsonl.gz)')
    .addOption(
      new Option('--articles <files...>', 'the articles that the pairs were made of').conflicts('judged'),
    )
    .option('--sample <pairs>', 'how many pairs to judge', wholeNumber, 50)
    .option('--seed <number>', 'another number gives another sample', wholeNumber, 1)
    .option('--judged <file>', 'a sample whose "judgement" and "relation" a person has filled in')
    .action(async (pairs: string, options: AuditOptions) => {
      if (options.judged !== undefined) await printScore(pairs, options.judged, output);
      else if (options.articles !== undefined)
        await printSample(pairs, options.articles, options, output, now);
      else command.error("error: name the pairs' articles (--articles) or a judged sample (--judged)");
    });
}

function wholeNumber(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('Give a whole number.');
  return Number(given);
}

async function printSample(
  file: string,
  given: readonly string[],
  { sample, seed }: AuditOptions,
  output: Output,
  now: Date,
): Promise<void> {
  const pairs = await sampleOf(pairsIn(file), sample, seed);
  const articles = await articlesOf(pairs, given, now);
  for (const pair of pairs) {
    const [a, b] = [articles.get(pair.a), articles.get(pair.b)];
    if (a === undefined || b === undefined) {
      const missing = JSON.stringify(a === undefined ? pair.a : pair.b);
      throw new BadInput(
        file,
        `article ${missing} is in none of the files. Name the articles the pairs came from.`,
      );
    }
    await output.result(blindLine(pair, a, b, file));
  }
  output.say(
    `${pairs.length} pairs, seed ${seed}. Fill in "judgement" and "relation" of each, then: audit ${file} --judged FILE`,
  );
}

/** The articles of some pairs; of a large collection no others are kept. */
async function articlesOf(
  pairs: readonly PrintedPair[],
  given: readonly string[],
  now: Date,
): Promise<Map<string, Article>> {
  const wanted = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const articles = new Map<string, Article>();
  for await (const article of articlesOnly(given, now))
    if (wanted.has(article.id)) articles.set(article.id, article);
  return articles;
}

async function printScore(pairs: string, file: string, output: Output): Promise<void> {
  const { judged, unjudged } = await readJudged(file, pairsIn(pairs));
  const score = scoreAudit(judged);
  for (const words of scoreWords(score, unjudged)) output.say(words);
  await output.result(scoreLine(score, judged.length, unjudged));
}
