import { type Command, InvalidArgumentError } from 'commander';
import { readStamp } from '@/lib/core/article';
import type { AboutPack } from '@/lib/corpus/packs';

/** What the maker of a pack says of it, as options of a command. */
export interface AboutOptions {
  title?: string;
  home?: string;
  licence?: string;
  language?: string;
  created?: string;
  expires?: string;
  mirror?: string[];
}

/** Lets a command take what its pack is to say of itself. */
export function withAboutOptions(command: Command): Command {
  return command
    .option('--title <words>', 'title of the pack')
    .option('--home <address>', 'where the pack is published')
    .option('--licence <words>', 'licence of the pack')
    .option('--language <tag>', 'language of the articles, as "en"', languageTag)
    .option('--created <day>', 'day the pack was made, as 2024-05-31', isoDay)
    .option('--expires <day>', 'day from which the pack should no longer be used', isoDay)
    .option('--mirror <addresses...>', 'folders where the same files are published too', addresses);
}

/** What the pack says of itself by these options; `null` for what was not said. */
export function aboutOf({
  title,
  home,
  licence,
  language,
  created,
  expires,
  mirror,
}: AboutOptions): AboutPack {
  return {
    title: title ?? null,
    home: home ?? null,
    licence: licence ?? null,
    language: language ?? null,
    created: created ?? null,
    expires: expires ?? null,
    mirrors: mirror ?? [],
  };
}

function addresses(given: string, before: string[] = []): string[] {
  if (!URL.canParse(given) || !/^https?:/.test(given)) {
    throw new InvalidArgumentError('Give a web address as https://packs.example/river/.');
  }
  return [...before, given];
}

/** An option that is a language by its tag (BCP 47). */
export function languageTag(given: string): string {
  try {
    Intl.getCanonicalLocales(given);
    return given;
  } catch {
    throw new InvalidArgumentError('Give a language as "en" or "pt-BR".');
  }
}

/** An option that is a day. */
export function isoDay(given: string): string {
  const stamp = /^\d{4}-\d{2}-\d{2}$/.test(given) ? readStamp(given, 'pack') : null;
  if (stamp === null) throw new InvalidArgumentError('Give a day as 2024-05-31.');
  return stamp.at;
}
