import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readStamp } from '@/lib/core/article';
import { readAnatomy } from '@/lib/core/provenance';
import {
  type AboutPack,
  bytesOfShards,
  countsOf,
  encodeArticle,
  evidenceOf,
  type PackedArticle,
  type PackKind,
  type PackSigner,
  packFiles,
  signerFrom,
  waitingFacts,
} from '@/lib/corpus/packs';
import { BadInput } from '../bad-input';
import { readWhole } from '../files';
import { prepareInput } from '../held-corpus';
import { type InputArticle, inputArticles } from '../inputs';
import { newFolder } from '../new-folder';
import type { Output } from '../output';
import { openSpool, type Spool, type SpooledArticle } from '../spool';

interface BuildOptions {
  out: string;
  kind?: PackKind;
  fingerprintOnly?: true;
  title?: string;
  home?: string;
  licence?: string;
  language?: string;
  created?: string;
  expires?: string;
  mirror?: string[];
  sign?: string;
}

/** `pack build`: writes a pack of articles. Nothing is left behind when it fails; the same articles give the same bytes. */
export function packBuildCommand(output: Output, now: Date): Command {
  return new Command('build')
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
    .option('--title <words>', 'title of the pack')
    .option('--home <address>', 'where the pack is published')
    .option('--licence <words>', 'licence of the pack')
    .option('--language <tag>', 'language of the articles, as "en"')
    .option('--created <day>', 'day the pack was made, as 2024-05-31', isoDay)
    .option('--expires <day>', 'day from which the pack should no longer be used', isoDay)
    .option('--mirror <addresses...>', 'folders where the same files are published too', addresses)
    .option('--sign <key>', 'file of an Ed25519 private key, as openssl writes it (PEM)')
    .action(async (inputs: string[], options: BuildOptions) => {
      const kind = options.fingerprintOnly ? 'fingerprint-only' : (options.kind ?? 'full-text');
      const signer = options.sign === undefined ? null : await signerAt(options.sign);
      await buildPack(inputs, options.out, { kind, about: aboutOf(options), signer }, output, now);
    });
}

/** What a pack is to be. */
interface PackWanted {
  kind: PackKind;
  about: AboutPack;
  signer: PackSigner | null;
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
    const spool = await openSpool(folder);
    try {
      await spoolArticles(inputs, wanted.kind, spool, output, now);
      const counts = await writePack(spool, wanted, folder, output);
      await output.result({ pack: out, kind: wanted.kind, ...counts });
    } finally {
      await spool.close();
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
    await spool.add(waitingFacts(packed), encodeArticle(packed, kind));
    if (spool.articles.length % 500 === 0) output.progress(`${spool.articles.length} articles read`);
  }
  if (passedOver > 0)
    output.say(`${passedOver} stored pages are no articles, or come again, and were passed over.`);
}

function packedArticle(input: InputArticle, kind: PackKind): PackedArticle {
  const { article, reading, publishedAsPrinted, extra } = input;
  const prepared = prepareInput(input);
  const facts = { modified: article.modified, firstSeen: null, publishedAsPrinted, extra };
  if (kind === 'full-text') return { prepared, quotations: [], ...facts };
  const anatomy = readAnatomy(reading);
  return {
    prepared: { ...prepared, held: { ...prepared.held, counts: countsOf(anatomy) } },
    quotations: kind === 'evidence' ? evidenceOf(reading, anatomy) : [],
    ...facts,
  };
}

async function writePack(
  spool: Spool,
  { kind, about, signer }: PackWanted,
  folder: string,
  output: Output,
): Promise<{ articles: number; outlets: number; shards: number; bytes: number }> {
  const files = packFiles<SpooledArticle>(spool.articles, spool.load, kind, about, signer);
  for (let next = await files.next(); ; next = await files.next()) {
    if (next.done) {
      const { counts, shards } = next.value;
      const bytes = bytesOfShards(next.value);
      return { articles: counts.articles, outlets: counts.outlets, shards: shards.length, bytes };
    }
    await writeFile(path.join(folder, next.value.name), next.value.bytes);
    output.progress(`${next.value.name} written`);
  }
}

function aboutOf(options: BuildOptions): AboutPack {
  const { title, home, licence, language, created, expires, mirror } = options;
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

export async function signerAt(given: string): Promise<PackSigner> {
  const signer = await signerFrom(new TextDecoder().decode(await readWhole(given)));
  if (signer) return signer;
  throw new BadInput(given, 'this is no Ed25519 key. Make one with "openssl genpkey -algorithm ed25519".');
}

function addresses(given: string, before: string[] = []): string[] {
  if (!URL.canParse(given) || !/^https?:/.test(given)) {
    throw new InvalidArgumentError('Give a web address as https://packs.example/river/.');
  }
  return [...before, given];
}

export function isoDay(given: string): string {
  const stamp = /^\d{4}-\d{2}-\d{2}$/.test(given) ? readStamp(given, 'pack') : null;
  if (stamp === null) throw new InvalidArgumentError('Give a day as 2024-05-31.');
  return stamp.at;
}
