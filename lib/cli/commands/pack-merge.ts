import { Command, Option } from 'commander';
import { encodeArticle, type PackKind, waitingFacts } from '@/lib/corpus/packs';
import { BadInput } from '../bad-input';
import { newFolder } from '../new-folder';
import type { Output } from '../output';
import { type AboutOptions, aboutOf, withAboutOptions } from '../pack-about';
import { articlesIn, openPackAt, type PackHere } from '../pack-place';
import { openSpool, type Spool } from '../spool';
import { writePack } from '../write-pack';

/** What each kind can be made of: no pack gives more than it was given. */
const givesAtMost: Readonly<Record<PackKind, readonly PackKind[]>> = {
  'full-text': ['full-text', 'evidence', 'fingerprint-only'],
  evidence: ['evidence', 'fingerprint-only'],
  'fingerprint-only': ['fingerprint-only'],
};

/** `pack merge`: one pack of several. Of articles with one id the last named pack's is taken. */
export function packMergeCommand(output: Output, now: Date): Command {
  return withAboutOptions(
    new Command('merge')
      .description('one pack of several; of articles with the same id the last one is taken')
      .argument('<packs...>', 'folders or zips of packs')
      .requiredOption('--out <dir>', 'folder to write; an old pack there is replaced')
      .addOption(
        new Option('--kind <kind>', 'what the pack gives away (default: as the packs do)').choices(
          Object.keys(givesAtMost),
        ),
      ),
  ).action(async (given: string[], options: AboutOptions & { out: string; kind?: PackKind }) => {
    const packs: PackHere[] = [];
    for (const one of given) packs.push(await openPackAt(one));
    const kind = options.kind ?? packs[0]!.opened.manifest.kind;
    for (const { place, opened } of packs) {
      if (givesAtMost[opened.manifest.kind].includes(kind)) continue;
      throw new BadInput(
        place,
        `this pack is ${opened.manifest.kind}, and a ${kind} pack needs more. Name a --kind that all of them can give.`,
      );
    }
    await newFolder(options.out, async (folder) => {
      const spool = openSpool(folder);
      try {
        await spoolPacks(packs, kind, spool, output, now);
        const counts = await writePack(
          spool,
          { kind, about: aboutOf(options), signer: null, stable: false },
          folder,
          output,
        );
        await output.result({ pack: options.out, kind, ...counts });
      } finally {
        spool.close();
      }
    });
  });
}

async function spoolPacks(
  packs: readonly PackHere[],
  kind: PackKind,
  spool: Spool,
  output: Output,
  now: Date,
): Promise<void> {
  const places = new Map<string, number>();
  for (const pack of packs) {
    for await (const article of articlesIn(pack, now)) {
      const { id } = article.prepared.held;
      const before = places.get(id);
      spool.add(waitingFacts(article), encodeArticle(article, kind));
      if (before === undefined) places.set(id, spool.articles.length - 1);
      else spool.articles[before] = spool.articles.pop()!;
      if (places.size % 500 === 0) output.progress(`${places.size} articles read`);
    }
  }
}
