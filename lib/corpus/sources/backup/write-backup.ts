import { Zip, ZipDeflate } from 'fflate';
import { sha256 } from '@/lib/corpus/bytes';
import { type BackupManifest, backupVersion, manifestName, partBytes, partName } from './manifest';

/** What a backup is made of. */
export interface BackupParts {
  /** Small files beside the articles (settings, feeds, outlets, packs), by name. */
  files: readonly { name: string; text: string }[];
  /** Article records, whole lines at a time. */
  articles: AsyncIterable<string>;
  made: Date;
}

/** A backup as one zip file, piece by piece: the small files, the articles in parts, and last a manifest with the SHA-256 of each. */
export async function* writeBackup({
  files,
  articles,
  made,
}: BackupParts): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const out: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, bytes) => {
    failure ??= error;
    if (bytes) out.push(new Uint8Array(bytes));
  });
  const listed: BackupManifest['files'] = [];
  const put = async (name: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = made;
    zip.add(file);
    file.push(bytes, true);
    if (failure) throw failure;
    if (name !== manifestName) listed.push({ name, bytes: bytes.length, sha256: await sha256(bytes) });
  };
  let count = 0;
  for (const { name, text } of files) {
    await put(name, text);
    yield* out.splice(0);
  }
  for await (const part of inParts(articles)) {
    count += part.split('\n').length - 1;
    await put(partName(listed.length + 1 - files.length), part);
    yield* out.splice(0);
  }
  const manifest: BackupManifest = {
    format: 'refrain-backup',
    version: backupVersion,
    made: made.toISOString(),
    articles: count,
    files: listed,
  };
  await put(manifestName, `${JSON.stringify(manifest, null, 2)}\n`);
  zip.end();
  yield* out.splice(0);
}

async function* inParts(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting: string[] = [];
  let units = 0;
  for await (const some of lines) {
    waiting.push(some);
    units += some.length;
    if (units < partBytes) continue;
    yield waiting.join('');
    waiting = [];
    units = 0;
  }
  if (units > 0) yield waiting.join('');
}
