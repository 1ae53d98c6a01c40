import type { PackRefused } from '@/lib/corpus/packs';

/** Why a pack was not taken, for the reader: the file, and what is wrong with it and what to do. */
export function inWords({ where, why }: PackRefused): string {
  return `${where}: ${why}`;
}
