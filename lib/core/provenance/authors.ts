import { outletNamed } from '@/lib/core/article';
import { creditedSource } from './anatomy/whole-credit';
import { personName } from './name-shapes';
import type { Credit } from './types';

const LEAD =
  /^[\s—–-]*(?:(?:story|article|report|text|words|written|posted|published|reported)\s+)?(?:by|von|par|por|di|author|автор)?\s*[:：]?\s+/iu;
const NAME =
  /^(?:\p{Lu}|(?:al|el|de|van|von|da|di|bin)[-\s])[\p{L}\p{M}'’.-]*(?:\s(?:(?:al|el|de|van|von|da|di|der|la|bin|abu)[-\s])?[\p{Lu}][\p{L}\p{M}'’.-]*){1,4}$/u;

/** "Ann Carter@anncarter", "Ann Carter (@anncarter)". */
const HANDLE = /[\s(]*@\w{1,30}\)?/gu;
/** A date behind the names, and whatever follows it. */
const DATE =
  /\s(?:on\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:\d{1,2}\.?\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-zé]*\.?\s\d.*$|\s\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.*$/iu;

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
    .replace(HANDLE, ' ')
    .replace(DATE, '');
  return printed
    .replace(LEAD, '')
    .split(
      /\s*(?:,|;|\||\/|&|\band\b|\bund\b|\bet\b|\s[–—-]\s|\bfor\b|\bfrom\b|\bof\b|\bin\b|\bat\b|\bon\b)\s*/u,
    )
    .map((part) => part.trim())
    .filter((part) => NAME.test(part) && !/^the\s/i.test(part) && outletNamed(part) === null)
    .filter(
      (part) =>
        !/\b(?:Staff|Writer|Reporter|Correspondent|Editor|Press|News|Agency|Desk|Team|Bureau|Contributor|Service|Newsroom|Times|Post)\b/.test(
          part,
        ),
    )
    .map(personName)
    .slice(0, 8);
}
