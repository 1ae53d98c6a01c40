/**
 * What a reader, or a pack, says about outlets beyond the shipped table: two names are one outlet, an outlet is called otherwise,
 * it belongs to an owner. Plain data in this one shape, in settings, backups and packs alike.
 */
import * as v from 'valibot';
import type { OutletRow } from './outlet-rows';
import { foldName } from './outlet-rows';

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));

/** One statement about an outlet; `outlet` is its name or its domain. */
const outletEditSchema = v.variant('says', [
  v.object({ says: v.literal('is'), outlet: words, same: words }),
  v.object({ says: v.literal('is-called'), outlet: words, name: words }),
  v.object({ says: v.literal('belongs-to'), outlet: words, owner: words }),
]);

export type OutletEdit = v.InferOutput<typeof outletEditSchema>;

/** Most edits that are kept. */
const mostEdits = 500;

/** Edits as they stand in settings, a backup or a pack. */
export const outletEditsSchema = v.pipe(v.array(outletEditSchema), v.maxLength(mostEdits));

const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,30}$/;

/** The domain that a stated outlet is, if it is one: written as an address, with or without scheme and `www`. */
export function domainOf(stated: string): string | null {
  const host = stated
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\d?\./, '')
    .replace(/\/.*$/, '');
  return domain.test(host) ? host : null;
}

/** The shipped rows with the edits applied in order; what an edit names and no row has becomes a row. */
export function withEdits(rows: readonly OutletRow[], edits: readonly OutletEdit[]): OutletRow[] {
  return edits.reduce<OutletRow[]>((table, edit) => applied(table, edit), [...rows]);
}

function applied(rows: OutletRow[], edit: OutletEdit): OutletRow[] {
  const here = rowOf(rows, edit.outlet);
  const others = rows.filter((row) => row !== here);
  switch (edit.says) {
    case 'is': {
      const there = rowOf(rows, edit.same);
      if (there === here) return rows;
      const merged = {
        ...there,
        domains: [...(there.domains ?? []), ...(here.domains ?? [])],
        aliases: [...(there.aliases ?? []), here.name, ...(here.aliases ?? [])],
      };
      // First in the table, so that it wins over a row that claims the same name.
      return [merged, ...others.filter((row) => row !== there)];
    }
    case 'is-called':
      return [{ ...here, name: edit.name, aliases: [...(here.aliases ?? []), here.name] }, ...others];
    case 'belongs-to':
      return [{ ...here, owner: edit.owner }, ...others];
  }
}

function rowOf(rows: readonly OutletRow[], stated: string): OutletRow {
  const domain = domainOf(stated);
  const folded = foldName(stated);
  const known = rows.find((row) =>
    domain === null
      ? [row.name, ...(row.aliases ?? [])].some((name) => foldName(name) === folded)
      : row.domains?.includes(domain),
  );
  return known ?? (domain === null ? { name: stated } : { name: domain, domains: [domain] });
}
