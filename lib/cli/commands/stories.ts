import { Command } from 'commander';
import { findStories } from '@/lib/core/matching';
import { articlesOnly } from '../inputs';
import type { Output } from '../output';

/** `stories`: which articles of a collection tell the same event, and which belong to the same story; one article a line. */
export function storiesCommand(output: Output, now: Date): Command {
  return new Command('stories')
    .description('articles of a collection by the event they tell, one a line')
    .argument('<articles...>', 'article records (.jsonl, .jsonl.gz, - for standard input), pages or texts')
    .action(async (given: string[]) => {
      const stories = findStories(articlesOnly(given, now), { progress: output.steps });
      for await (const story of stories) await output.result(story);
    });
}
