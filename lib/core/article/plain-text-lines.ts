/** A paragraph, heading, caption or list item of a text file. */
export interface FileLine {
  text: string;
  words: number;
  /** White-space units before it. */
  indent: number;
  /** It stood behind a bullet; the mark is not in `text`. */
  bullet: boolean;
}

const bullet = /^[•·▪◦‣*–-]\s+(?=\S)/u;
/** A line this long that is not its paragraph's last was wrapped (units). */
const wrapped = { shortest: 45, longest: 110 };

/** Most lines of a file that are looked at; a longer file's rest is comments or not an article. */
const mostLines = 60_000;

/** Reads a file's lines into paragraphs: blank lines part them, hard-wrapped lines are joined, list items stand alone. */
export function fileLines(text: string): FileLine[] {
  const found: FileLine[] = [];
  let open: { line: FileLine; last: number } | null = null;
  for (const raw of text.split('\n', mostLines)) {
    const trimmed = raw.trim();
    if (trimmed === '') {
      open = null;
      continue;
    }
    const mark = bullet.exec(trimmed)?.[0] ?? '';
    const printed = trimmed.slice(mark.length);
    const isBullet =
      mark !== '' && !/^[–*-]/.test(mark)
        ? true
        : mark !== '' && /^\p{Lu}|^\d/u.test(printed) && /^\s/.test(raw);
    if (
      open &&
      !isBullet &&
      open.last >= wrapped.shortest &&
      open.last <= wrapped.longest &&
      continues(open.line.text, trimmed)
    ) {
      open.line.text += ` ${trimmed}`;
      open.line.words += wordCount(trimmed);
      open.last = trimmed.length;
      continue;
    }
    const content = isBullet ? printed : trimmed;
    const line = {
      text: content,
      words: wordCount(content),
      indent: raw.length - raw.trimStart().length,
      bullet: isBullet,
    };
    found.push(line);
    open = { line, last: trimmed.length };
  }
  return found;
}

/** A wrapped line goes on in lower case, or breaks off without an end of sentence. */
function continues(before: string, next: string): boolean {
  return /^[\p{Ll}\d("“]/u.test(next) || !/[.!?:…”"]$/u.test(before);
}

/** Words by white space: enough for judging lines. */
function wordCount(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]\S*/gu)) count++;
  return count;
}

/** A line of running text rather than a heading, caption, menu or name. */
export function isProse({ text, words }: FileLine): boolean {
  return (words >= 8 && /[.!?:;…”"’»)\]]$/u.test(text)) || words >= 40;
}

/** A line without an end of sentence that stands by itself: headline, caption, link. */
export function isUnpunctuated({ text, words }: FileLine): boolean {
  return (
    words > 0 &&
    words <= 40 &&
    !/[.!?:;…”"’“]$|[…\].]\s(?:continue reading|read more|read the rest)$/iu.test(text)
  );
}
