/**
 * Who owns an outlet, by the line at the foot of its pages: "© 2024 Nexstar Media Inc. All rights reserved.",
 * "A Gannett company", "Part of the Harbour Media network". It is the outlet's own claim. Stations and local papers
 * that no table has are known by it to be of one house.
 */
import { cleanName, foldName } from './outlet-rows';
import { shippedOutlets } from './outlet-table';

/** Longest line that is looked at, in UTF-16 units; a longer one is terms of use. */
const longestLine = 300;

const ownersSign = /©|\(c\)|\bcopyright\b/i;
/** Signs, years and small words between the sign and its holder. */
const beforeHolder = /^(?:[\s©®™.,:–-]|\(c\)|copyright|\d{4}|by\b|present\b)+/i;
/** "A Gannett company", "Part of the USA TODAY Network", by itself or behind a mark. */
const ofAHouse =
  /(?:^|[|•·.–—-]\s?)(?:an?\s+([^|•·.,;:()]{2,50}?)\s+(?:company|property|newspaper|publication|station|title|brand)\b|(?:a\s+)?(?:part|member|division|subsidiary)\s+of\s+(?:the\s+)?([^|•·.,;:()]{2,60}))/i;
const name = /^[^|•·.,;:()\n–—]{2,60}/;
/** Where a holder's name ends without a mark. */
const noName =
  /\s(?:an?\s|\d{4}\b)|\b(?:all rights|terms|privacy|site|website|powered|designed|is\b|and its|unless)/i;

/** A word that makes a holder a house, not a person or the paper itself. */
const house =
  /^(?:inc|incorporated|llc|ltd|limited|corp|corporation|company|plc|gmbh|ag|kg|spa|group|media|communications|broadcasting|holdings|publishing|publications|enterprises|network|networks|stations|newspapers|television|mediengruppe|verlag|éditions|groupe|grupo|gruppo)$/iu;
const legal = /^(?:inc|incorporated|llc|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|kg|spa)$/iu;
/** Who makes the software of a site, or carries others' pages, owns none of the papers it stands on. */
const makers =
  /\b(?:wordpress|automattic|blogger|google|microsoft|squarespace|wix|weebly|townnews|blox|newspack|ghost|drupal|joomla|facebook|twitter|cloudflare)\b/i;

/** The owner that a line names, as the outlet table calls it where it knows it; `null` where the line names nobody's house. */
export function ownerIn(line: string): string | null {
  if (line.length > longestLine || makers.test(line)) return null;
  return ownerCalled(holderIn(line)) ?? ownerCalled(houseIn(line));
}

function holderIn(line: string): string[] {
  const sign = ownersSign.exec(line);
  if (!sign) return [];
  const after = line.slice(sign.index).replace(beforeHolder, '');
  const cut = noName.exec(after);
  const stated = name.exec(cut ? after.slice(0, cut.index) : after)?.[0] ?? '';
  // "Gray Media Group, Inc.": the legal form behind a comma is the name's.
  const form = /^\s?,\s?([\p{L}]{2,12})\b/u.exec(after.slice(stated.length))?.[1];
  const words = [...wordsOf(stated), ...(form !== undefined && legal.test(form) ? [form] : [])];
  return words.some((word, at) => at > 0 && house.test(word)) ? words : [];
}

function houseIn(line: string): string[] {
  const [, house, whole] = ofAHouse.exec(line.trim()) ?? [];
  return wordsOf(house ?? whole ?? '');
}

function wordsOf(name: string): string[] {
  return cleanName(name).split(' ').filter(Boolean);
}

/** A name of one to six words that begins as names do; an outlet's or agency's own is no owner's. */
function ownerCalled(words: readonly string[]): string | null {
  if (words.length === 0 || words.length > 6 || !/^[\p{Lu}\p{N}]/u.test(words[0]!)) return null;
  const known = knownOwner(words);
  if (known !== null) return known;
  const ends = words.findLastIndex((word) => !legal.test(word)) + 1;
  const name = words.slice(0, ends).join(' ');
  return name === '' || shippedOutlets.byName(name) !== null ? null : name;
}

let owners: Map<string, string> | undefined;

/** The table's owner whose name these words begin with: "Nexstar Media Inc" is "Nexstar". */
function knownOwner(words: readonly string[]): string | null {
  owners ??= new Map(
    shippedOutlets.all.flatMap(({ owner }) => (owner === null ? [] : [[foldName(owner), owner]])),
  );
  for (let end = words.length; end > 0; end--) {
    const owner = owners.get(foldName(words.slice(0, end).join(' ')));
    if (owner !== undefined) return owner;
  }
  return null;
}
