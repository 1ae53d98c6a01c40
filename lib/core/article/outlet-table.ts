import data from '@/assets/outlets.json';
import type { Outlet } from './outlet';
import { domainOf, type OutletEdit, withEdits } from './outlet-edits';
import { foldName, type OutletRow } from './outlet-rows';

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
  readonly all: readonly KnownOutlet[];
}

/** Rows by what they are looked up by. */
interface Lookup {
  hosts: ReadonlyMap<string, KnownOutlet>;
  names: ReadonlyMap<string, KnownOutlet>;
  all: readonly KnownOutlet[];
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

function lookupOver(rows: readonly OutletRow[]): Lookup {
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
  return { hosts, names, all };
}

/**
 * Makes a lookup over rows; where two rows claim one name or address, the first wins. Made when it is first asked, as the
 * background is often woken for nothing that has to do with outlets.
 */
function outletTable(rows: readonly OutletRow[]): OutletTable {
  let made: Lookup | undefined;
  const lookup = () => {
    made ??= lookupOver(rows);
    return made;
  };
  return {
    get all() {
      return lookup().all;
    },
    byName: (name) => lookup().names.get(foldName(name)) ?? null,
    byHost(host) {
      const { hosts } = lookup();
      for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
        const known = hosts.get(rest);
        if (known) return known;
      }
      return null;
    },
  };
}

/** The outlets shipped with Refrain. Whatever is stored goes by these, so that a reader's edit changes no key that is written down. */
export const shippedOutlets: OutletTable = outletTable(data.outlets);

/**
 * Of what packs say about outlets, that which speaks of outlets no table here has: a pack can add names and owners, but rename
 * nobody, and pass nobody off as an outlet that is known.
 */
export function addedOutlets(edits: readonly OutletEdit[]): OutletEdit[] {
  const isKnown = (stated: string) =>
    shippedOutlets.byName(stated) !== null || shippedOutlets.byHost(domainOf(stated) ?? '') !== null;
  return edits.filter((edit) => {
    if (isKnown(edit.outlet)) return false;
    if (edit.says === 'is') return !isKnown(edit.same);
    return edit.says === 'belongs-to' || !isKnown(edit.name);
  });
}

let edited: { edits: string; table: OutletTable } = { edits: '[]', table: shippedOutlets };

/** The table in force here: the shipped one with the reader's edits. */
export function knownOutlets(): OutletTable {
  return edited.table;
}

/** Puts the reader's edits in force in this context (worker, page or command), for everything that is worked out from now on. */
export function editOutlets(edits: readonly OutletEdit[]): void {
  const written = JSON.stringify(edits);
  if (written === edited.edits) return;
  const table = edits.length === 0 ? shippedOutlets : outletTable(withEdits(data.outlets, edits));
  edited = { edits: written, table };
}

/** Hosts that give each tenant a subdomain or an `@name` path of its own, beyond those of the public suffix list. */
export const multiTenantHosts: ReadonlySet<string> = new Set(data.multiTenantHosts);

/** Short names that mean something else in running text ("PA", "MENA", "538", "Inc."); the longer names of those outlets are read there. */
export const notInRunningText: ReadonlySet<string> = new Set(data.notInRunningText);
