/**
 * Wire copy by its own marks: a dateline ("CITY (AP) —"), a tail ("… ended. -AFP"), a closing list ("MCT, Reuters",
 * "(Harbour TV with AFP, AP)"). A mark is a claim: hoax sites print datelines too.
 */
import { outletNamed } from '@/lib/core/article';
import { isAgencyName } from '../name-shapes';
import { readNames } from '../names';
import type { Claim } from './claim';
import type { Unit } from './units';

const DATELINE =
  /^([^()\n]{0,80}?)[(/]\s?([^()/\n]{2,40})\s?[)/]\s{0,2}(?:\.?\s?[-–—]{1,3}|:|(?<=\/)\s?\.)\s?/u;
/** A place and a date: capitals, figures, and the small words of place names. */
const PLACE =
  /^[\s[]*(?:(?:[\p{Lu}\p{Lo}\p{N}][\p{L}\p{M}\p{N}.'’&;/-]*|(?<=\p{N}\.?\s)\p{Ll}{2,10}\.?|de|del|la|le|las|los|el|al|of|and|the|den|am|y|e|и|в)[\s,/–—-]{0,3}){0,10}$/u;
/** "Seaport, Maine | AFP |" */
const BARRED_DATELINE = /^[^|\n]{2,60}\|\s?([^|\n]{2,20})\s?\|/u;
const OPEN_DATELINE = /^(?:[\p{Lu}][\p{L}.'’ -]{1,40},?\s){0,3}?([\p{L}.]{2,12})\s?[-–—]{1,2}\s/u;
const TAIL = /[.!?”"»)\]]\s{0,3}(?:[-–—]{1,2}|\()\s{0,2}([\p{L}\p{N} .'’&+/,]{2,40}?)\)?\s*$/u;
/** What may stand before the agencies of a line: "By", "Posted on 12 March 2026 by". */
const LEADING_WORDS =
  /^(?:(?:posted|published|written|submitted|updated)\b.{0,40}?\s)?(?:by|from|with|via|avec|mit|con)\s+/i;
const PICTURE_BEFORE = /(?:photo|image|picture|foto|file)s?\s*$/i;

/** Whether every part of a list like "MCT, Reuters" is a known outlet or called an agency, and one is an agency. */
function agencyList(printed: string): string[] | null {
  const parts = printed
    .split(/\s*(?:,|\/|&|\band\b|\bwith\b|\bund\b|\bet\b|\by\b|\be\b|\bи\b)\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 6) return null;
  const isKnown = (part: string) => {
    const outlet = outletNamed(part);
    return outlet ? outlet.kind !== 'carrier' : isAgencyName(part);
  };
  if (!parts.every(isKnown)) return null;
  if (parts.some((part) => part.length <= 4 && !isWrittenSo(part))) return null;
  return parts.some(isAgencyName) ? parts : null;
}

/** Short names count only as they are written: "AA" is an agency, "Aa" a menu's letter size. */
function isWrittenSo(name: string): boolean {
  return name === name.toUpperCase() || /^(?:dpa|epd)$/.test(name) || /[\p{Lu}\p{Lo}]\p{Ll}{2,}/u.test(name);
}

function wire(outlets: string[]): Claim {
  return { kind: 'wire', outlets, author: null, url: null };
}

/** Reads the first lines of an article for a dateline with an agency or outlet in brackets. */
export function readDateline(unit: Unit): { claim: Claim; line: string } | null {
  if (unit.before !== '' || unit.place === 'tail') return null;
  const bracketed = DATELINE.exec(unit.lineStart);
  if (bracketed && PLACE.test(bracketed[1]!) && !PICTURE_BEFORE.test(bracketed[1]!)) {
    const inner = bracketed[2]!.trim();
    const list = agencyList(inner) ?? (outletNamed(inner) && isShort(inner) ? [inner] : null);
    if (list) return { claim: wire(list), line: bracketed[0].trim() };
  }
  const barred = BARRED_DATELINE.exec(unit.lineStart);
  const between = barred && agencyList(barred[1]!.trim());
  if (barred && between) return { claim: wire(between), line: barred[0].trim() };
  const open = OPEN_DATELINE.exec(unit.lineStart);
  const agency = open && outletNamed(open[1]!);
  if (open && agency?.kind === 'agency' && /^[\p{Lu}\p{Lo}.]+$|^dpa$/u.test(open[1]!) && unit.opens)
    return { claim: wire([open[1]!]), line: open[0].trim() };
  return null;
}

function isShort(inner: string): boolean {
  return inner.split(/\s+/).length <= 4 && /\p{Lu}|\p{Lo}|dpa/u.test(inner);
}

/** Reads a closing line or a closing sentence for agencies. */
export function readWireTail(unit: Unit): { claim: Claim; line: string } | null {
  if (!unit.closesParagraph) return null;
  const alone = unit.text.replace(/^[\s([—–-]+|[\s)\].]+$/g, '');
  const isWholeLine = unit.before.trim() === '' && unit.text.length <= 80;
  if (isWholeLine && !/:\s*$/.test(unit.text) && unit.place !== 'body' && unit.place !== 'elsewhere') {
    const list = agencyList(alone.replace(LEADING_WORDS, ''));
    if (list) return { claim: wire(list), line: unit.text };
    const named = withAgencies(alone);
    if (named) return { claim: wire(named), line: unit.text };
  }
  const full = unit.before + unit.text;
  const tail = TAIL.exec(full.slice(-120));
  if (!tail || unit.place === 'body') return null;
  const list = agencyList(tail[1]!.trim());
  return list ? { claim: wire(list), line: unit.line } : null;
}

/** "Harbour TV with AFP, AP": the outlet's own name first, agencies after it. */
function withAgencies(alone: string): string[] | null {
  const [first, second] = alone.split(/\s(?:with|avec|mit|con)\s/u);
  if (!first || !second) return null;
  const agencies = agencyList(second);
  const own = readNames(first);
  return agencies && own.rest.trim() === '' ? [...own.outlets, ...agencies] : null;
}
