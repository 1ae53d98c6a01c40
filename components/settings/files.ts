import type { Ask } from '@/components/ui';

/** The whole library as one JSON Lines file, fetched part by part. */
export async function exportLibrary(ask: Ask): Promise<Blob> {
  const parts: string[] = [];
  let cursor: number | null = 0;
  while (cursor !== null) {
    const { jsonl, next }: { jsonl: string; next: number | null } = await ask('exportPart', cursor);
    parts.push(jsonl);
    cursor = next;
  }
  return new Blob(parts, { type: 'application/x-ndjson' });
}
