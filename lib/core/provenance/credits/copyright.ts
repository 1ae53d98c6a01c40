/**
 * Somebody else's copyright: "© 2019 The Associated Press", "Copyright Thomson Reuters 2015", "The-CNN-Wire ™ & © 2018 …",
 * "guardian.co.uk © Guardian News & Media 2010", "c.2016 New York Times News Service". It counts when the holder is an
 * outlet of the table, or when the line goes on to say that the text is printed with its leave.
 */
import { outletNamed } from '@/lib/core/article';
import { knownMentions } from '../mentions';
import { isOutletLike } from '../name-shapes';
import { readNames } from '../names';
import type { Claim } from './claim';
import type { Unit } from './units';

const copyrightSign = /copyright|©|\(c\)|^\s*c\.?\s?\d{4}/iu;
/** The same within a line of several sentences. */
const maySign = /copyright|©|\(c\)|(?<!\p{L})c\.?\s?\d{4}/iu;
/** Signs, years and small words between the sign and its holder. */
const beforeHolder = /^(?:[\s©™®.,:&–-]|\(c\)|copyright|c\.|\d{4}|by\b)+/iu;
/** What may follow the holder: its legal form, a date, the rest of the notice; never a sentence going on. */
const afterHolder =
  /^\s*(?:$|[.,;:©|™®–-]|\d{4}|inc|company|co\b|group|llc|ltd|limited|corp|plc|l\.p|all rights|news|media|magazine|network|internet|photo|click)/iu;
/** "© Reuters / Ann Carter" is a picture's. */
const picture = /photo|image|picture|video|foto|©[^/]{2,40}\/\s?\p{L}+\s\p{L}/iu;
const leave = /\b(?:re-?printed|re-?published|re-?posted|used|distributed)\b.{0,40}\bpermission\b/iu;
/** Longest run before the sign that may be the holder itself ("guardian.co.uk ©"). */
const beforeSign = 40;

/** Whether a line has a copyright sign. */
export function mayBeCopyright(line: string): boolean {
  return maySign.test(line);
}

/** Reads a sentence that has a copyright sign; `null` where the holder is nobody we know, or of a picture. */
export function readCopyright(unit: Unit): Claim | null {
  const text = unit.text.trim();
  const sign = copyrightSign.exec(text);
  if (!sign || picture.test(text)) return null;
  // A site's footer tells of all its pages ("Associated Press articles: Copyright …").
  if (unit.span === null && unit.place === 'elsewhere') return null;
  if (/\barticles:/i.test(text.slice(0, sign.index))) return null;
  const after = text.slice(sign.index).replace(beforeHolder, '');
  const { outlets, rest } = readNames(after);
  const [name] = outlets;
  const isHolder = name !== undefined && afterHolder.test(rest);
  if (isHolder && isPublisher(name)) return notice(name, unit);
  const ahead = text.slice(0, sign.index).trim();
  const before = ahead.length <= beforeSign ? holderIn(ahead.replace(/[\s™®&©-]+$/u, '')) : null;
  const inside = before ?? holderIn(after.slice(0, 60));
  if (inside !== null) return notice(inside, unit);
  const isNamed = isHolder && isOutletLike(name) && leave.test(unit.lineStart);
  return isNamed ? { kind: 'republished', outlets: [name], author: null, url: null } : null;
}

function notice(name: string, unit: Unit): Claim {
  const kind = leave.test(unit.lineStart) ? 'republished' : 'syndication-notice';
  return { kind, outlets: [name], author: null, url: null };
}

function isPublisher(name: string): boolean {
  const known = outletNamed(name);
  return known !== null && known.kind !== 'carrier';
}

/** An outlet's name or host that a stretch consists of or opens with. */
function holderIn(stretch: string): string | null {
  if (isPublisher(stretch)) return stretch;
  const first = knownMentions(stretch.replace(/^The[\s-]/u, ''))[0];
  return first && !first.doubtful && first.start <= 4 && isPublisher(first.outlet) ? first.outlet : null;
}
