/**
 * Wire copy by its own marks: a dateline ("CITY (AP) —"), a tail ("… ended. -AFP"), a closing list ("MCT, Reuters",
 * "(Harbour TV with AFP, AP)"). A mark is a claim: hoax sites print datelines too.
 */
import { outletNamed } from '@/lib/core/article';
import { knownMentions } from '../mentions';
import { isAgencyName, personName } from '../name-shapes';
import { readNames } from '../names';
import type { Claim } from './claim';
import type { Unit } from './units';

const dateline =
  /^([^()\n]{0,80}?)[(/]\s?([^()/\n]{2,40}(?:\/[\p{L}]{2,12}){0,3})\s?[)/]\s{0,2}(?:\.?\s?[-–—]{1,3}|:|(?<=\/)\s?\.)\s?/u;
/** A place and a date: capitals, figures, and the small words of place names. */
const placeName =
  /^[\s[]*(?:(?:[\p{Lu}\p{Lo}\p{N}][\p{L}\p{M}\p{N}.'’&;/-]*|(?<=\p{N}\.?\s)\p{Ll}{2,10}\.?|de|del|la|le|las|los|el|al|of|and|the|den|am|y|e|и|в)[\s,/–—-]{0,3}){0,10}$/u;
/** "Seaport, Maine | AFP |" */
const barredDateline = /^[^|\n]{2,60}\|\s?([^|\n]{2,20})\s?\|/u;
/** "ATLANTA | The Associated Press" */
const barredLine = /^[^|\n]{2,40}\|\s?([^|\n]{2,40})$/u;
/** "МОСКВА, 3 мар - РИА Новости. …" */
const dashedDateline = /^([^\n]{2,40}?)\s[-–—]\s(\p{Lu}[\p{L} ]{2,24})\.\s/u;
/** What comes before it takes the pattern long to tell; so it is tried where its dash stands only. */
const openDash = /[-–—]\s/u;
const openDateline = /^(?:[\p{Lu}][\p{L}\p{N}.'’ -]{1,40},?\s){0,3}?([\p{L}.]{2,12})\s?[-–—]{1,2}\s/u;
/** "(CNN) The council", "Seaport (CNN)The council": an outlet in brackets and the sentence right behind it. */
const closedDateline = /^([^()\n]{0,40}?)\(([^()/\n]{2,40})\)\s?(?=[\p{Lu}“"'])/u;
const tailCredit = /[.!?”"»)\]]\s{0,3}(?:[-–—]{1,2}|\()\s{0,2}([\p{L}\p{N} .'’&+/,]{2,40}?)\)?\s*$/u;
/** What may stand before the agencies of a line: "By", "Posted on 12 March 2026 by". */
const leadingWords =
  /^(?:(?:posted|published|written|submitted|updated)\b.{0,40}?\s)?(?:by|from|with|via|avec|mit|con|par|von|por)\s+(?:(?:news )?agencies\s+)?/i;
/** "With AFP": the text is the page's own, with the agency's help. */
const help = /^(?:with|avec|mit|con)\s/i;
const pictureBefore = /(?:photo|image|picture|foto|file)s?\s*$/i;

/** An agency's own desk behind a stroke ("dpa/lno"). */
const desk = /^\p{Ll}{2,4}$/u;

/** Longest line that is read as a signature, and the stretch at a line's beginning in which a dateline ends (UTF-16 units). */
const longestSignature = 100;
const datelineEnds = 170;

/** Within an article only datelines in brackets or between bars are read. */
const bracketCloses = /[)/]\s{0,2}[.\s]?\s?[-–—:.]|\|/;

/** Whether a line has the marks of a dateline, of a wire's tail or of a signature. */
export function mayBeWire(line: string, place: Unit['place']): boolean {
  const opening = line.slice(0, datelineEnds);
  if (place === 'body') return bracketCloses.test(opening);
  return line.length <= longestSignature || /[)/|–—-]/.test(opening) || tailCredit.test(line.slice(-120));
}

/** Whether every part of a list like "MCT, Reuters" is a known outlet or called an agency, and one is an agency. */
function agencyList(printed: string): string[] | null {
  const parts = printed
    .split(/\s*(?:,|\/|&|\band\b|\bwith\b|\bund\b|\bet\b|\by\b|\be\b|\bи\b)\s*/u)
    .map((part) => part.trim())
    .filter((part, at) => part !== '' && !(at > 0 && desk.test(part) && outletNamed(part) === null));
  if (parts.length === 0 || parts.length > 6) return null;
  const isKnown = (part: string) => {
    const outlet = outletNamed(part);
    return outlet ? outlet.kind !== 'carrier' : isAgencyName(part);
  };
  if (!parts.every(isKnown) || /^\p{Lu}?\p{Ll}+ed by\s/u.test(printed)) return null;
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
  const bracketed = dateline.exec(unit.lineStart);
  if (bracketed && placeName.test(bracketed[1]!) && !pictureBefore.test(bracketed[1]!)) {
    const inner = bracketed[2]!.trim();
    const list = agencyList(inner) ?? (outletNamed(inner) && isShort(inner) ? [inner] : null);
    if (list) return { claim: wire(list), line: bracketed[0].trim() };
  }
  const barred = barredDateline.exec(unit.lineStart);
  const between = barred && agencyList(barred[1]!.trim());
  if (barred && between) return { claim: wire(between), line: barred[0].trim() };
  const line = unit.opens ? barredLine.exec(unit.lineStart.trim()) : null;
  const signed = line && agencyList(line[1]!.trim());
  if (line && signed) return { claim: wire(signed), line: line[0] };
  const dashed = unit.opens ? dashedDateline.exec(unit.lineStart) : null;
  if (dashed && outletNamed(dashed[2]!)?.kind === 'agency' && placeName.test(dashed[1]!))
    return { claim: wire([dashed[2]!]), line: dashed[0].trim() };
  const closed = unit.opens ? closedDateline.exec(unit.lineStart) : null;
  if (closed && isTelling(closed[2]!, closed[1]!))
    return { claim: wire([closed[2]!]), line: closed[0].trim() };
  const mayBeOpen = unit.opens && openDash.test(unit.lineStart.slice(0, datelineEnds));
  const open = mayBeOpen ? openDateline.exec(unit.lineStart) : null;
  const agency = open && outletNamed(open[1]!);
  const isMarked =
    open && (/^[\p{Lu}\p{Lo}.]+$|^dpa$/u.test(open[1]!) || /,\s$/u.test(open[0].split(open[1]!)[0]!));
  if (open && agency?.kind === 'agency' && isMarked) return { claim: wire([open[1]!]), line: open[0].trim() };
  return null;
}

/** "New Delhi, March 3". */
const dated = /,\s\p{L}+\.?\s\d{1,2}\s*$|,\s\d{1,2}\s\p{L}+\.?\s*$/u;

/** Newsrooms sign without a dash; agencies behind a place and a day; an agency's name behind a person's is a picture's credit ("Ann Carter (AP)"). */
function isTelling(name: string, place: string): boolean {
  const known = outletNamed(name);
  if (!known || known.kind === 'carrier') return false;
  return place.trim() === '' || (placeName.test(place) && (known.kind === 'publisher' || dated.test(place)));
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
    const list = agencyList(alone.replace(leadingWords, ''));
    if (list && help.test(alone)) return { claim: { ...wire(list), kind: 'contributed' }, line: unit.text };
    if (list) return { claim: wire(list), line: unit.text };
    const named = withAgencies(alone);
    if (named) return { claim: wire(named), line: unit.text };
  }
  const full = unit.before + unit.text;
  const tail = tailCredit.exec(full.slice(-120));
  if (!tail || unit.place === 'body') return null;
  const list = agencyList(tail[1]!.trim());
  return list ? { claim: wire(list), line: markOf(tail[0], unit) } : null;
}

/** The agency's mark alone ("-AFP"), without the sentence it closes; the unit's line where the mark stands elsewhere in it too. */
function markOf(tail: string, { line }: Unit): string {
  const mark = tail.slice(1).trim();
  return line.trimEnd().endsWith(mark) && line.indexOf(mark) === line.lastIndexOf(mark) ? mark : line;
}

/** "Harbour TV with AFP, AP": the outlet's own name first, agencies after it. */
function withAgencies(alone: string): string[] | null {
  const [first, second] = alone.split(/\s(?:with|avec|mit|con)\s/u);
  if (!first || !second) return null;
  const agencies = agencyList(second);
  const own = readNames(first.replace(leadingWords, ''));
  return agencies && own.rest.trim() === '' ? [...own.outlets, ...agencies] : null;
}

/** A writer, where from, and for whom, on a line of their own without a comma before the outlet. */
const signedLine =
  /^(?:by\s+)?(?<writer>\p{Lu}[\p{L}.'’-]+(?:\s(?:and\s)?\p{Lu}[\p{L}.'’-]*){1,5}?)(?<where>\sin\s\p{Lu}[\p{L}\s-]{1,30})?(?<for>\sfor(?:\sthe)?)?\s$/iu;

/** "By Ann Carter McClatchy Washington Bureau", "Ann Carter in Seaport for Reuters", "Agence France-Presse in Seaport". */
export function readSignature(unit: Unit): { claim: Claim; line: string } | null {
  const text = unit.text.trim();
  if (unit.place === 'body' || unit.before.trim() !== '' || text.length > longestSignature) return null;
  const last = knownMentions(text).at(-1);
  if (!last || last.doubtful) return null;
  const printed = text.slice(last.start, last.end);
  const kind = isAgencyName(printed) ? 'wire' : 'republished';
  const rest = text.slice(last.end);
  const isDesk = kind === 'wire' && last.start === 0 && /^\sin\s\p{Lu}\p{L}+$/u.test(rest);
  if (isDesk) return { claim: wire([printed]), line: unit.text };
  if (!/^[\s.|)]*$/u.test(rest)) return null;
  const signed = signedLine.exec(text.slice(0, last.start))?.groups;
  const isPlain = signed?.writer && (/^by\s/i.test(text) || (signed.where && signed.for));
  if (!isPlain) return null;
  return {
    claim: { kind, outlets: [printed], author: personName(signed.writer!), url: null },
    line: unit.text,
  };
}
