import type { Stamp } from './article';
import { outletNamed } from './outlets';
import { type FileLine, isUnpunctuated } from './plain-text-lines';
import { readStamp } from './stamp';

/** Longest line that is read for a fact, in UTF-16 units. */
const longest = 300;

const name =
  "\\p{Lu}[\\p{L}\\p{M}’'.-]+(?: (?:(?:al|el|de|van|von|da|di|bin|der)[ -])?\\p{Lu}[\\p{L}\\p{M}’'.-]*){1,3}";
const byline = new RegExp(`^(?:by|written by|posted by|story by|author:|von|par|por|di)\\s+${name}`, 'iu');
const namedByline = new RegExp(
  `^(?:[Bb]y|BY|[Ww]ritten by|[Pp]osted by|[Ss]tory by|[Aa]uthor:|[Vv]on|[Pp]ar|[Pp]or|[Dd]i)\\s+${name}`,
  'u',
);
const signature = new RegExp(`^[—–-]{1,2}\\s?(?:by )?${name}$`, 'u');
const dateLine =
  /^(?:(?:first |last )?(?:published|posted|updated|date|dated|on|filed|created)(?:\s*(?:on|at|:))?\s*)?[\p{L}]{0,10},?\s?(?:\d{1,4}[\s./-]|\p{L}{3,10}\.?\s\d{1,2})[\p{L}\d\s.,:/+-]{0,40}$/iu;
const asOfDate = /\bas of ([\p{L}\d\s,.]{6,30}\b\d{4})$/iu;

const outletName =
  "((?:The )?\\p{Lu}[\\p{L}\\p{N}’'.&-]*(?: (?:(?:of|the|and|for) )?\\p{Lu}[\\p{L}\\p{N}’'.&-]*){0,4})";
const outletStated = [
  new RegExp(`^(?:[Dd]elivered|[Pp]resented|[Bb]rought to you) by ${outletName}\\.?$`, 'u'),
  new RegExp(`${outletName} will use the information you (?:provide|have provided)`, 'u'),
  new RegExp(`^(?:©|\\(c\\)|[Cc]opyright)[\\s©\\d,–-]*${outletName}(?:[.,| ]|$)`, 'u'),
  new RegExp(`^(?:[Oo]utlet|[Pp]ublication|[Ss]ite|[Pp]ublisher)\\s?: ${outletName}$`, 'u'),
  new RegExp(
    `^(?:[Ff]ollow|[Ll]ike|[Ff]ind) ${outletName} on (?:Facebook|Twitter|Instagram|Telegram|X)\\b`,
    'u',
  ),
];

/** The line that names the writer, as printed: above the body first, else below it. */
export function bylineOf(head: readonly FileLine[], tail: readonly FileLine[]): string | null {
  const isByline = ({ text }: FileLine) =>
    text.length <= longest && byline.test(text) && namedByline.test(text);
  const above = head.find(isByline);
  const below = tail.find((line) => isByline(line) || (line.words <= 5 && signature.test(line.text)));
  return (above ?? below)?.text ?? null;
}

/** The outlet that a file's own furniture names: who delivers the page, who uses what you type, whose copyright it is. */
export function statedOutlet(lines: readonly FileLine[]): string | null {
  for (const pattern of outletStated) {
    for (const { text } of lines) {
      const name =
        text.length <= longest
          ? pattern
              .exec(text)?.[1]
              ?.replace(/[.,]+$/, '')
              .trim()
          : undefined;
      if (name) return outletNamed(name)?.name ?? name;
    }
  }
  return null;
}

/** A date the file states: a line that is one, or a caption "… as of 3 May 2019". Dates within sentences are of the story. */
export function statedDate(
  head: readonly FileLine[],
  tail: readonly FileLine[],
  body: readonly FileLine[],
): Stamp | null {
  for (const { text } of [...head, ...tail])
    if (text.length <= 80 && dateLine.test(text)) {
      const stamp = readStamp(text, 'import');
      if (stamp) return stamp;
    }
  for (const line of body) {
    const asOf = isUnpunctuated(line) && line.text.length <= longest ? asOfDate.exec(line.text) : null;
    const stamp = asOf && readStamp(asOf[1]!, 'import');
    if (stamp) return stamp;
  }
  return null;
}

/** An address that stands alone on a line of the head. */
export function statedAddress(head: readonly FileLine[]): string | null {
  for (const { text } of head) {
    const address = /^(?:(?:url|link|permalink|address)\s?:\s?)?(https?:\/\/\S{4,1000})$/i.exec(text)?.[1];
    if (address && URL.canParse(address)) return address;
  }
  return null;
}
