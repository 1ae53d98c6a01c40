import type { PackFacts } from '@/lib/app/messaging';
import { bytesOfShards, type OpenedPack, type PackManifest } from '@/lib/corpus/packs';

/** What the reader is told of a pack. */
export function factsOf(manifest: PackManifest, signature: PackFacts['signature']): PackFacts {
  const { kind, title, home, licence, language, created, expires, counts, mirrors } = manifest;
  return {
    kind,
    title,
    home,
    licence,
    language,
    created,
    expires,
    articles: counts.articles,
    outlets: counts.outlets,
    oldest: counts.oldest,
    newest: counts.newest,
    bytes: bytesOfShards(manifest),
    signature,
    signer: manifest.signed_by,
    mirrors,
    outletsSaid: manifest.outlets?.length ?? 0,
  };
}

/** The same of a pack that was just opened. */
export function factsOfOpened({ manifest, signature }: OpenedPack): PackFacts {
  return factsOf(manifest, signature.state);
}

const longestName = 100;

/** A name for a pack that no other in the list has: its title, else its host. */
export function nameFor(title: string | null, address: string | null, taken: readonly string[]): string {
  const host = address === null ? null : (URL.parse(address)?.hostname ?? null);
  const wished = (title?.trim() || host || 'Pack').slice(0, longestName);
  for (let number = 2; ; number++) {
    const name = number === 2 ? wished : `${wished} (${number - 1})`;
    if (!taken.includes(name)) return name;
  }
}
