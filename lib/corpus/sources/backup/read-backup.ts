import * as v from 'valibot';
import { sha256 } from '@/lib/corpus/bytes';
import { BrokenFile } from '@/lib/corpus/sources/imports/broken-file';
import { type Chunks, wholeOf } from '@/lib/corpus/sources/imports/chunks';
import { zipEntries } from '@/lib/corpus/sources/imports/zip-entries';
import {
  type BackupManifest,
  backupVersion,
  isPart,
  longestFile,
  manifestName,
  manifestSchema,
} from './manifest';

/** What came of reading a backup. */
export type BackupOutcome =
  | { status: 'refused'; why: string }
  | {
      status: 'read';
      manifest: BackupManifest;
      /** Files that are not as the manifest says, each with what to do; they are not among the others. */
      damaged: { name: string; why: string }[];
      /** The small files, by name. */
      texts: Map<string, string>;
      /** The parts with the articles, whole and checked, in order. */
      parts: Uint8Array<ArrayBuffer>[];
    };

/**
 * Reads a backup and checks every file in it against its manifest. Nothing is changed by it. A damaged file is that file's
 * loss; without a manifest nothing is believed.
 *
 * @param keepParts whether the articles are wanted; without, only their checksums are made and memory stays flat.
 */
export async function readBackup(chunks: Chunks, keepParts: boolean): Promise<BackupOutcome> {
  const found = new Map<string, { bytes: number; sha256: string; content: Uint8Array<ArrayBuffer> | null }>();
  let ended: string | null = null;
  try {
    for await (const { name, chunks: content } of zipEntries(chunks)) {
      const bytes = await wholeOf(content, longestFile);
      if (bytes === null || found.has(name)) continue;
      const wanted = keepParts || !isPart(name);
      found.set(name, { bytes: bytes.length, sha256: await sha256(bytes), content: wanted ? bytes : null });
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    ended = error.message;
  }
  const manifest = manifestIn(found.get(manifestName)?.content ?? null);
  if (typeof manifest === 'string') return { status: 'refused', why: ended ?? manifest };
  const damaged: { name: string; why: string }[] = [];
  const texts = new Map<string, string>();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const { name, bytes, sha256: expected } of manifest.files) {
    const file = found.get(name);
    if (file === undefined)
      damaged.push({ name, why: 'the file is missing. Use another copy of the backup if you have one.' });
    else if (file.sha256 !== expected || file.bytes !== bytes) damaged.push({ name, why: changed });
    else if (isPart(name) && file.content) parts.push(file.content);
    else if (file.content) texts.set(name, new TextDecoder().decode(file.content));
  }
  return { status: 'read', manifest, damaged, texts, parts };
}

const changed = 'the file was changed or damaged since. Use another copy of the backup if you have one.';
const noBackup = 'this is no backup of Refrain. Choose the .zip file that Refrain saved as a backup.';
const newer = 'the backup was made by a newer version of Refrain. Update Refrain to read it.';

function manifestIn(bytes: Uint8Array | null): BackupManifest | string {
  if (bytes === null) return noBackup;
  try {
    const parsed = v.safeParse(manifestSchema, JSON.parse(new TextDecoder().decode(bytes)));
    if (!parsed.success) return noBackup;
    return parsed.output.version > backupVersion ? newer : parsed.output;
  } catch (error) {
    if (error instanceof SyntaxError) return noBackup;
    throw error;
  }
}
