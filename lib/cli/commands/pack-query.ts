import { Command } from 'commander';
import { foldName } from '@/lib/core/article';
import type { PackedArticle } from '@/lib/corpus/packs';
import type { Output } from '../output';
import { isoDay } from '../pack-about';
import { articlesIn, openPackAt } from '../pack-place';

interface QueryOptions {
  id?: string;
  outlet?: string;
  words?: string;
  from?: string;
  to?: string;
}

/** `pack query`: the articles of a pack that are asked for, as a pack gives them. */
export function packQueryCommand(output: Output, now: Date): Command {
  return new Command('query')
    .description('articles of packs by id, outlet, words of the headline, or day')
    .argument('<packs...>', 'folders or zips of packs')
    .option('--id <id>', 'the article with this id or address')
    .option('--outlet <name>', 'of this outlet, by name or host')
    .option('--words <words>', 'with all these words in headline or byline')
    .option('--from <day>', 'of this day or later, as 2024-05-31', isoDay)
    .option('--to <day>', 'of this day or earlier', isoDay)
    .action(async (given: string[], options: QueryOptions) => {
      for (const one of given) {
        const pack = await openPackAt(one);
        for await (const article of articlesIn(pack, now)) {
          if (isWanted(article, options)) await output.result(line(article, one));
        }
      }
    });
}

function isWanted(
  { prepared: { held } }: PackedArticle,
  { id, outlet, words, from, to }: QueryOptions,
): boolean {
  const day = held.published?.at.slice(0, 10) ?? null;
  const named = [held.outlet, URL.parse(held.url ?? '')?.hostname ?? null];
  const title = foldName(`${held.title ?? ''} ${held.byline ?? ''}`);
  return (
    (id === undefined || held.id === id || held.url === id) &&
    (outlet === undefined || named.some((name) => name !== null && foldName(name) === foldName(outlet))) &&
    (words === undefined || words.split(/\s+/).every((word) => title.includes(foldName(word)))) &&
    (from === undefined || (day !== null && day >= from)) &&
    (to === undefined || (day !== null && day <= to))
  );
}

function line({ prepared: { held, text, keys }, quotations }: PackedArticle, pack: string) {
  const { id, outlet, url, title, byline, published, words, completeness, credits, counts } = held;
  return {
    id,
    outlet,
    url,
    title,
    byline,
    published: published?.at ?? null,
    words,
    completeness,
    held: held.held,
    keys: keys.length,
    credits: credits.map(({ kind, outlet, line }) => ({ kind, outlet, line })),
    ...(counts ? { counts } : {}),
    ...(quotations.length > 0 ? { quotations } : {}),
    text,
    pack,
  };
}
