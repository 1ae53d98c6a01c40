import data from '@/assets/outlets.json';
import type { Outlet } from './outlet';

/** One row of `assets/outlets.json`: facts about an outlet, agency or carrier. */
export interface OutletRow {
  name: string;
  /** Absent for publishers. */
  kind?: string | undefined;
  domains?: string[] | undefined;
  aliases?: string[] | undefined;
  owner?: string | undefined;
  /** The name is also an everyday word ("Time", "Metro"): running text needs a strong cue before it means the outlet. */
  commonWord?: boolean | undefined;
}

/** A row made ready for lookup. */
export interface KnownOutlet extends Outlet {
  commonWord: boolean;
  /** The canonical name and every alias, as written. */
  names: string[];
  domains: readonly string[];
}

/** Lookup by address and by name over a list of rows. */
export interface OutletTable {
  byHost(host: string): KnownOutlet | null;
  byName(name: string): KnownOutlet | null;
  all: readonly KnownOutlet[];
}

const CONTROLS = /[\p{Cc}\p{Cf}]/gu;

/**
 * A name as it is compared: compatibility forms and accents undone, lower case, letters and digits only, no leading "the".
 * Letters of other scripts stay what they are, so a Cyrillic look-alike never equals a Latin name.
 */
export function foldName(name: string): string {
  const plain = name
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(CONTROLS, '')
    .toLowerCase()
    .trim()
    .replace(/^the\s+/, '');
  return plain.replace(/[^\p{L}\p{N}+]/gu, '');
}

/** A stated name as it may be shown: no control or direction characters, at most 120 units. */
export function cleanName(name: string): string {
  return name.slice(0, 400).replace(CONTROLS, '').replace(/\s+/g, ' ').trim().slice(0, 120);
}

function kindOf(kind: string | undefined): Outlet['kind'] {
  return kind === 'agency' || kind === 'carrier' ? kind : 'publisher';
}

function knownOutlet(row: OutletRow): KnownOutlet {
  return {
    key: row.domains?.[0] ?? foldName(row.name),
    name: row.name,
    kind: kindOf(row.kind),
    owner: row.owner ?? null,
    commonWord: row.commonWord === true,
    names: [row.name, ...(row.aliases ?? [])],
    domains: row.domains ?? [],
  };
}

/** Makes a lookup over rows; where two rows claim one name or address, the first wins. */
export function outletTable(rows: readonly OutletRow[]): OutletTable {
  const hosts = new Map<string, KnownOutlet>();
  const names = new Map<string, KnownOutlet>();
  const all = rows.map(knownOutlet);
  rows.forEach((row, index) => {
    const known = all[index]!;
    for (const domain of row.domains ?? []) if (!hosts.has(domain)) hosts.set(domain, known);
    for (const name of known.names) {
      const folded = foldName(name);
      if (folded !== '' && !names.has(folded)) names.set(folded, known);
    }
  });
  return {
    all,
    byName: (name) => names.get(foldName(name)) ?? null,
    byHost(host) {
      for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
        const known = hosts.get(rest);
        if (known) return known;
      }
      return null;
    },
  };
}

/** The outlets shipped with Refrain. */
export const knownOutlets: OutletTable = outletTable(data.outlets);

/** Hosts that give each tenant a subdomain or an `@name` path of its own, beyond those of the public suffix list. */
export const multiTenantHosts: ReadonlySet<string> = new Set(data.multiTenantHosts);

/** Short names that mean something else in running text ("PA", "MENA"); the longer names of those outlets are read there. */
export const notInRunningText: ReadonlySet<string> = new Set(data.notInRunningText);
