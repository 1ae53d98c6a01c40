import { Command, Option } from 'commander';
import * as v from 'valibot';
import { type OutletEdit, outletEditsSchema } from '@/lib/core/article';
import {
  encodeArticle,
  type PackedArticle,
  type PackKind,
  type PackSigner,
  packedFor,
  signerFrom,
  waitingFacts,
} from '@/lib/corpus/packs';
import { BadInput } from '../bad-input';
import { readWhole } from '../files';
import { prepareInput } from '../held-corpus';
import { type InputArticle, inputArticles } from '../inputs';
import { newFolder } from '../new-folder';
import type { Output } from '../output';
import { type AboutOptions, aboutOf, withAboutOptions } from '../pack-about';
import { openSpool, type Spool } from '../spool';
import { type PackWanted, writePack } from '../write-pack';

interface BuildOptions extends AboutOptions {
  out: string;
  kind?: PackKind;
  fingerprintOnly?: true;
  sign?: string;
  stable?: true;
  outlets?: string;
}

/** `pack build`: writes a pack of articles. Nothing is left behind when it fails; the same articles give the same shards. */
export function packBuildCommand(output: Output, now: Date): Command {
  return withAboutOptions(
    new Command('build')
      .description('write a pack of articles')
      .argument(
        '<inputs...>',
        'article records (.jsonl, .csv), pages (.html), texts (.txt), crawls (.warc), .zip files of these, or folders',
      )
      .requiredOption('--out <dir>', 'folder to write; an old pack there is replaced')
      .addOption(
        new Option('--kind <kind>', 'what the pack gives away of each article (default: full-text)').choices([
          'full-text',
          'evidence',
          'fingerprint-only',
        ]),
      )
      .addOption(new Option('--fingerprint-only', 'short for --kind fingerprint-only').conflicts('kind'))
      .option('--stable', 'files that are the same on every system, for an archive that grows; takes longer')
      .option('--outlets <file>', 'JSON list of what you say of outlets, as docs/pack-format.md explains')
      .option('--sign <key>', 'file of an Ed25519 private key, as openssl writes it (PEM)'),
  ).action(async (inputs: string[], options: BuildOptions) => {
    const kind = options.fingerprintOnly ? 'fingerprint-only' : (options.kind ?? 'full-text');
    const signer = options.sign === undefined ? null : await signerAt(options.sign);
    const outlets = options.outlets === undefined ? {} : { outlets: await outletsAt(options.outlets) };
    const about = { ...aboutOf(options), ...outlets };
    await buildPack(
      inputs,
      options.out,
      { kind, about, signer, stable: options.stable ?? false },
      output,
      now,
    );
  });
}

/** Builds the pack of these inputs at `out` and tells of it in one result; an old pack there is replaced when all is written. */
export async function buildPack(
  inputs: readonly string[],
  out: string,
  wanted: PackWanted,
  output: Output,
  now: Date,
): Promise<void> {
  await newFolder(out, async (folder) => {
    const spool = openSpool(folder);
    try {
      await spoolArticles(inputs, wanted.kind, spool, output, now);
      const counts = await writePack(spool, wanted, folder, output);
      await output.result({ pack: out, kind: wanted.kind, ...counts });
    } finally {
      spool.close();
    }
  });
}

async function spoolArticles(
  inputs: readonly string[],
  kind: PackKind,
  spool: Spool,
  output: Output,
  now: Date,
): Promise<void> {
  let passedOver = 0;
  const pass = () => {
    passedOver += 1;
  };
  for await (const input of inputArticles(inputs, now, pass)) {
    const packed = packedArticle(input, kind);
    spool.add(waitingFacts(packed), encodeArticle(packed, kind));
    if (spool.articles.length % 500 === 0) output.progress(`${spool.articles.length} articles read`);
  }
  if (passedOver > 0)
    output.say(`${passedOver} stored pages are no articles, or come again, and were passed over.`);
}

function packedArticle(input: InputArticle, kind: PackKind): PackedArticle {
  const { article, reading, publishedAsPrinted, extra } = input;
  const facts = { modified: article.modified, firstSeen: null, publishedAsPrinted, extra };
  return packedFor(kind, reading, facts, (read) => prepareInput(input, read?.credits, read?.tokens));
}

/** @throws BadInput when the file is no list of statements about outlets */
async function outletsAt(given: string): Promise<OutletEdit[]> {
  const text = new TextDecoder().decode(await readWhole(given));
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), outletEditsSchema), text);
  if (read.success) return read.output;
  throw new BadInput(
    given,
    'this is no list of statements about outlets. Give at most 500, each as {"says":"belongs-to","outlet":"…","owner":"…"}; docs/pack-format.md has all.',
  );
}

/** The signer of a key file. @throws BadInput when it holds no Ed25519 key. */
export async function signerAt(given: string): Promise<PackSigner> {
  const signer = await signerFrom(new TextDecoder().decode(await readWhole(given)));
  if (signer) return signer;
  throw new BadInput(given, 'this is no Ed25519 key. Make one with "openssl genpkey -algorithm ed25519".');
}
