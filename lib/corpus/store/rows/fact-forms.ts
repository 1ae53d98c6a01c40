import type { BitReader, BitWriter } from '../postings/bits';
import { readText, writeText } from './row-text';
import { longAddress, shortAddress } from './short-address';

/** A way to write one fact of a row in bits. `others` are the facts that go before it in the row. */
export interface FactForm {
  /** Whether the fact can be written so, and will be read as it was. */
  holds(fact: unknown, others: readonly unknown[]): boolean;
  /** @param fact one that this form holds */
  write(out: BitWriter, fact: unknown, others: readonly unknown[]): void;
  read(input: BitReader, others: readonly unknown[]): unknown;
}

/** Writes a fact: a 1 for each form that does not hold it, then a 0 and the form that does; or, without such, its JSON as a text. */
export function writeFact(
  out: BitWriter,
  place: number,
  facts: readonly unknown[],
  forms: readonly FactForm[],
): void {
  const fact = facts[place] ?? null;
  const found = forms.findIndex((form) => form.holds(fact, facts));
  const skipped = found < 0 ? forms.length : found;
  out.bits(2 ** skipped - 1, skipped);
  if (found < 0) writeText(out, JSON.stringify(fact));
  else {
    out.bits(0, 1);
    forms[found]!.write(out, fact, facts);
  }
}

/** Reads what {@link writeFact} wrote. @throws SyntaxError where JSON is broken */
export function readFact(input: BitReader, others: readonly unknown[], forms: readonly FactForm[]): unknown {
  let skipped = 0;
  while (skipped < forms.length && input.bits(1) === 1) skipped++;
  const form = forms[skipped];
  return form ? form.read(input, others) : JSON.parse(readText(input));
}

/** Always this. */
export function always(usual: string | number | null): FactForm {
  return { holds: (fact) => fact === usual, write: () => {}, read: () => usual };
}

/** The same text as another fact. */
export function sameAs(place: number): FactForm {
  return {
    holds: (fact, others) => typeof fact === 'string' && fact === others[place],
    write: () => {},
    read: (_, others) => others[place],
  };
}

/** Any text, see `row-text.ts`. */
export const text: FactForm = {
  holds: (fact) => typeof fact === 'string',
  write: (out, fact) => writeText(out, String(fact)),
  read: readText,
};

/** @param parameter of the Rice code */
export function count(parameter: number): FactForm {
  return {
    holds: (fact) => Number.isSafeInteger(fact) && Number(fact) >= 0 && !Object.is(fact, -0),
    write: (out, fact) => out.rice(Number(fact), parameter),
    read: (input) => input.rice(parameter),
  };
}

/** One of some names. THEIR ORDER IS PART OF THE FORMAT. */
export function oneOf(names: readonly string[]): FactForm {
  const width = Math.ceil(Math.log2(names.length));
  return {
    holds: (fact) => names.some((name) => name === fact),
    write: (out, fact) => out.bits(names.indexOf(String(fact)), width),
    read: (input) => names[input.bits(width)],
  };
}

/** A list without entries. */
export const emptyList: FactForm = {
  holds: (fact) => Array.isArray(fact) && fact.length === 0,
  write: () => {},
  read: () => [],
};

/** An object with just these keys, each in the first of its forms that holds it. */
export function record(fields: Readonly<Record<string, readonly FactForm[]>>): FactForm {
  const names = Object.keys(fields);
  return {
    holds: (fact) =>
      isObject(fact) &&
      Object.keys(fact).length === names.length &&
      names.every((name) => fact[name] !== undefined),
    write: (out, fact) => {
      const facts = names.map((name) => (isObject(fact) ? fact[name] : null));
      for (const [place, name] of names.entries()) writeFact(out, place, facts, fields[name]!);
    },
    read: (input) => {
      const facts: unknown[] = [];
      for (const name of names) facts.push(readFact(input, facts, fields[name]!));
      return Object.fromEntries(names.map((name, i) => [name, facts[i]]));
    },
  };
}

/** A list of what one form holds. */
export function listOf(form: FactForm): FactForm {
  return {
    holds: (fact) => Array.isArray(fact) && fact.length > 0 && fact.every((one) => form.holds(one, [])),
    write: (out, fact) => {
      const list: unknown[] = Array.isArray(fact) ? fact : [];
      out.gamma(list.length);
      for (const one of list) form.write(out, one, []);
    },
    read: (input) => {
      const list: unknown[] = [];
      for (let left = input.gamma(); left > 0 && !input.overrun; left--) list.push(form.read(input, []));
      return list;
    },
  };
}

function isObject(fact: unknown): fact is Record<string, unknown> {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact);
}

/** An address, by what outlet and headline say of it. @param outletKey and @param title places of these facts */
export function address(outletKey: number, title: number): FactForm {
  const known = (others: readonly unknown[]) => [textAt(others, outletKey), textAt(others, title)] as const;
  return {
    holds: (fact) => typeof fact === 'string',
    write: (out, fact, others) => {
      const { opening, before, words, behind } = shortAddress(String(fact), ...known(others));
      out.bits(opening, openingBits);
      writeText(out, before);
      out.gamma(words + 1);
      if (words > 0) writeText(out, behind);
    },
    read: (input, others) => {
      const opening = input.bits(openingBits);
      const before = readText(input);
      const words = input.gamma() - 1;
      return longAddress(
        { opening, before, words, behind: words > 0 ? readText(input) : '' },
        ...known(others),
      );
    },
  };
}

const openingBits = 3;

function textAt(facts: readonly unknown[], place: number): string | null {
  const fact = facts[place];
  return typeof fact === 'string' ? fact : null;
}

const msADay = 86_400_000;
/** The order of these is part of the form. */
const sources = oneOf(['page', 'feed', 'url', 'import', 'pack', 'first-seen']);

/** A stamp, as the list of its three facts, whose time is so many days, seconds or milliseconds since 1970. */
function stamp(
  precision: 'day' | 'minute',
  unit: number,
  width: number,
  printed: (iso: string) => string,
): FactForm {
  const timeOf = (number: number) => printed(new Date(number * unit).toISOString());
  return {
    holds: (fact) => {
      if (!Array.isArray(fact) || fact.length !== 3 || typeof fact[0] !== 'string') return false;
      const number = Date.parse(fact[0]) / unit;
      const isInRange = Number.isInteger(number) && number >= 0 && number < 2 ** width;
      return isInRange && timeOf(number) === fact[0] && fact[1] === precision && sources.holds(fact[2], []);
    },
    write: (out, fact) => {
      const [at, , from] = fact as string[];
      out.bits(Date.parse(at!) / unit, width);
      sources.write(out, from, []);
    },
    read: (input) => [timeOf(input.bits(width)), precision, sources.read(input, [])],
  };
}

export const dayStamp = stamp('day', msADay, 16, (iso) => iso.slice(0, 10));
export const secondStamp = stamp('minute', 1_000, 32, (iso) => iso.replace('.000Z', 'Z'));
export const momentStamp = stamp('minute', 1, 42, (iso) => iso);
