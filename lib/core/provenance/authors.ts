import { outletNamed } from '@/lib/core/article';
import { creditedSource } from './anatomy/whole-credit';
import { personName } from './name-shapes';
import type { Credit } from './types';

const lead =
  /^[^\p{L}]*(?:(?:story|article|report|text|words|written|posted|published|reported)\s+)?(?:(?:by|von|par|por|di|author|автор)(?=[\s:：]))?\s*[:：]?\s*/iu;
const particle = '(?:al|el|de la|de los|van der|van den|de|van|von|da|di|der|la|bin|abu)[-\\s]';
const name = new RegExp(
  `^(?:\\p{Lu}|${particle})[\\p{L}\\p{M}'’.-]*(?:\\s(?:${particle})?[\\p{Lu}][\\p{L}\\p{M}'’.-]*){1,4}$`,
  'u',
);

/** "Ann Carter@anncarter", "Ann Carter (@anncarter)", "Ann Carter (reporting)". */
const handle = /[\s(]*@\w{1,30}\)?|\([^()]{0,80}\)/gu;
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-zé]*\\.?';
/** Where elements that only their style parts ran together: "Ann CarterNovember 6", "Ann Carter22 Dec", "Ann CarterStaff Writer". */
const glued =
  /(?<=\p{Ll}\p{Ll})(?=\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d|Staff\s|Updated\s|Published\s)/gu;
/** A date behind the names, or that of a change, and whatever follows it. */
const date = new RegExp(
  `\\s(?:on\\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s)?(?:\\d{1,2}\\.?\\s)?${month}\\s\\d.*$|\\s\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}.*$|\\s(?:last\\s)?(?:updated|modified|published)(?![\\p{L}]).*$`,
  'iu',
);
const staff = /\sstaff\s(?:writer|reporter|correspondent)s?(?!\p{L})/giu;
/** What ends a name in a line: where its bearer works or is, and marks. */
const behindName = /\s+(?:for|from|of|in|at|on)\s.*$|[\s–—|•·,-]+$|(?<=\p{Ll}\p{Ll})\.$/gu;
/** Words of offices and bodies. */
const noPerson =
  /\b(?:Staff|Writer|Reporter|Correspondent|Editor|Press|News|Agency|Desk|Team|Bureau|Contributor|Service|Newsroom|Times|Post|Senior|Special|Producer|Project)\b/;

/**
 * Who wrote a text: the persons of its byline, else the one its credit line names ("Contributed by Ann Carter of …").
 * Outlets, offices and "Staff Writer" in a byline are no persons. Several names stand as "A, B and C"; `null` when nobody is named.
 */
export function authorOf(byline: string | null, credits: readonly Credit[]): string | null {
  const names = byline === null ? [] : personsOf(byline);
  if (names.length > 0)
    return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return (
    creditedSource(credits)?.author ??
    credits.find(({ kind, author }) => kind === 'republished' && author !== null)?.author ??
    null
  );
}

function personsOf(byline: string): string[] {
  const printed = ` ${byline.slice(0, 300).replace(/\s+/g, ' ').trim()}`
    .replace(handle, ' ')
    .replace(glued, ' ')
    .replace(staff, '')
    .replace(date, '');
  return printed
    .replace(lead, '')
    .split(/\s*(?:;|\||\/|&|\band\b|\bund\b|\bet\b|\s[–—-]\s)\s*/u)
    .flatMap(personsOfList)
    .map(personName)
    .slice(0, 8);
}

/** The persons that a list begins with; what follows an office or a body is where they work: "Ann Carter, Senior Writer, Harbour Desk". */
function personsOfList(list: string): string[] {
  const parts = list.split(/\s*,\s*/u).map((part) => part.replace(behindName, '').trim());
  const end = parts.findIndex((part) => !isPerson(part));
  return end < 0 ? parts : parts.slice(0, end);
}

function isPerson(part: string): boolean {
  return name.test(part) && !/^the\s/i.test(part) && outletNamed(part) === null && !noPerson.test(part);
}
