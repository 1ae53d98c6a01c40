import { Command } from 'commander';
import { encodeArticle, type PackedArticle, type PackKind } from '@/lib/corpus/packs';
import type { Output } from '../output';
import { articlesIn, openPackAt, type PackHere } from '../pack-place';

/** `pack diff`: the articles that a newer state of a pack adds, drops or changes. Only shards that differ are read. */
export function packDiffCommand(output: Output, now: Date): Command {
  return new Command('diff')
    .description('articles that were added, removed or changed from one pack to another')
    .argument('<old>', 'folder or zip of a pack')
    .argument('<new>', 'folder or zip of another state of it')
    .action(async (before: string, after: string) => {
      const [old, fresh] = [await openPackAt(before), await openPackAt(after)];
      const gone = await digests(old, fresh, now);
      const came = await digests(fresh, old, now);
      const ids = [...new Set([...gone.keys(), ...came.keys()])].sort();
      const counts = { added: 0, removed: 0, changed: 0 };
      for (const id of ids) {
        const change = changeOf(gone.get(id), came.get(id));
        if (change === null) continue;
        counts[change] += 1;
        await output.result({ id, change });
      }
      output.say(`${counts.added} added, ${counts.removed} removed, ${counts.changed} changed.`);
    });
}

function changeOf(before: string | undefined, after: string | undefined) {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return before === after ? null : 'changed';
}

/** What is written of each article in the shards that the other pack does not have, as a digest. */
async function digests(pack: PackHere, other: PackHere, now: Date): Promise<Map<string, string>> {
  const { kind, shards } = pack.opened.manifest;
  const common = new Set(other.opened.manifest.shards.map(({ sha256 }) => sha256));
  const found = new Map<string, string>();
  if (shards.every(({ sha256 }) => common.has(sha256))) return found;
  for await (const article of articlesIn(pack, now, (sha256) => !common.has(sha256))) {
    found.set(article.prepared.held.id, await digestOf(article, kind));
  }
  return found;
}

async function digestOf(article: PackedArticle, kind: PackKind): Promise<string> {
  const { record, keys, positions, terms } = encodeArticle(article, kind);
  const bytes = await new Blob([record, keys, positions, terms].map((part) => part.slice())).arrayBuffer();
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64');
}
