import path from 'node:path';
import { Command, Option } from 'commander';
import type { PackKind } from '@/lib/corpus/packs';
import { type OpmlFeed, readOpml } from '@/lib/corpus/sources/feeds';
import { decodeText } from '@/lib/corpus/sources/imports/decode';
import { BadInput } from '../bad-input';
import { openArticleLog } from '../collect/article-log';
import { collect } from '../collect/collect';
import { openFeedMemory } from '../collect/feed-memory';
import { locate, readWhole } from '../files';
import { makeFolder } from '../new-folder';
import type { Output } from '../output';
import { isoDay, languageTag } from '../pack-about';
import { buildPack, signerAt } from './pack-build';

interface CollectOptions {
  opml: string;
  out: string;
  articles?: true;
  kind: PackKind;
  title?: string;
  home?: string;
  licence?: string;
  language?: string;
  expires?: string;
  sign?: string;
}

/** `collect`: asks the feeds of a list, keeps what is new, and builds the pack of all that was collected. */
export function collectCommand(output: Output, now: Date): Command {
  return new Command('collect')
    .description('ask the feeds of a list politely and build a pack of what they gave')
    .requiredOption('--opml <file>', 'list of feeds, as feed readers write it')
    .requiredOption('--out <dir>', 'folder for articles/, feeds.json and pack/; run again to go on')
    .option('--articles', 'also fetch the pages behind summaries')
    .addOption(
      new Option('--kind <kind>', 'what the pack gives away of each article')
        .choices(['full-text', 'evidence', 'fingerprint-only'])
        .default('fingerprint-only'),
    )
    .option('--title <words>', 'title of the pack')
    .option('--home <address>', 'where the pack is published')
    .option('--licence <words>', 'licence of the pack')
    .option('--language <tag>', 'language of the articles, as "en"', languageTag)
    .option('--expires <day>', 'day from which the pack should no longer be used', isoDay)
    .option('--sign <key>', 'file of an Ed25519 private key, as openssl writes it (PEM)')
    .action(async (options: CollectOptions) => {
      const feeds = await feedsAt(options.opml);
      const signer = options.sign === undefined ? null : await signerAt(options.sign);
      const folder = locate(options.out);
      await makeFolder(options.out);
      const log = await openArticleLog(path.join(folder, 'articles'), now.toISOString().slice(0, 10));
      const memory = await openFeedMemory(path.join(folder, 'feeds.json'));
      await collect(feeds, { log, memory, output, now, articles: options.articles === true });
      const files = await log.tidy();
      if (files.length === 0) {
        output.say('No article was collected yet, so there is no pack.');
        return;
      }
      const about = {
        title: options.title ?? null,
        home: options.home ?? null,
        licence: options.licence ?? null,
        language: options.language ?? null,
        created: now.toISOString().slice(0, 10),
        expires: options.expires ?? null,
        mirrors: [],
      };
      await buildPack(
        files,
        path.join(options.out, 'pack'),
        { kind: options.kind, about, signer, stable: true },
        output,
        now,
      );
    });
}

async function feedsAt(given: string): Promise<OpmlFeed[]> {
  const read = readOpml(decodeText(await readWhole(given)) ?? '');
  if (read.status === 'read' && read.feeds.length > 0) return read.feeds;
  throw new BadInput(
    given,
    'this list holds no feeds. Name an OPML file with outlines that have an "xmlUrl".',
  );
}
