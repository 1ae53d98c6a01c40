import { type Outlet, outletAt, outletNamed, unmixed } from '@/lib/core/article';
import type { CreditKind } from '../types';
import type { Unit } from './units';

/** What a reader of one unit found; made into credits by `readCredits`. */
export interface Claim {
  kind: CreditKind;
  /** Outlets as printed; none where the line names nobody. */
  outlets: string[];
  author: string | null;
  /** Address of a link that the name or the word "here" carries. */
  url: string | null;
  /** The page's own carrier says so of itself ("Delivered by …"): kept although it names the page's own outlet. */
  carries?: boolean;
}

/** The outlet of the table that a line means by a name: as printed, or without the country or the kind of paper around it. */
export function outletMeant(printed: string): Outlet | null {
  return outletNamed(printed) ?? outletNamed(printed.replace(country, '').replace(kindBehind, ''));
}

/** The canonical name of an outlet, else the name as printed without a leading lower-case "the". */
export function canonicalName(printed: string): string {
  return outletMeant(printed)?.name ?? unmixed(printed.replace(/^the\s+/, ''));
}

/** "The UK Daily Mail", "The UK’s Express". */
const country = /^(?:the\s+)?(?:UK|U\.K\.|US|U\.S\.)(?:['’]s)?\s+/iu;
/** "The Hill newspaper", "National Review Online". */
const kindBehind = /\s(?:newspaper|website|online|magazine|blog)$/iu;

/** The link of a unit that belongs to a name, or the only one of it. */
export function linkFor(unit: Unit, name: string | null): string | null {
  const inLine = unit.links.filter((link) => link.text.trim() !== '' && unit.text.includes(link.text.trim()));
  const named =
    name === null
      ? undefined
      : inLine.find((link) => link.text.includes(name) || name.includes(link.text.trim()));
  const link = named ?? (inLine.length === 1 || name === null ? inLine[0] : undefined);
  return link && outletAt(link.href) !== null ? link.href : null;
}

/** Tells the page's own outlet from others. */
export interface Own {
  /** Whether a name, or the address behind it, is the page's own outlet. */
  is(name: string, url: string | null): boolean;
  /** Whether a name is of the same owner's family. */
  isFamily(name: string): boolean;
}
