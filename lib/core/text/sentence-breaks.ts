/**
 * Where sentences end by Unicode's rules (UAX #29, SB1 to SB998), as `Intl.Segmenter` finds them. What is printed in Latin
 * letters is read here, in a tenth of its time; any other text is left to it, which makes an object of every sentence.
 */

/**
 * What a character is to the rules: `close` a bracket or quotation mark, `goesOn` a mark that begins no sentence; at `stop`,
 * `mark` and `line` a sentence may end; `unread` is what is not known here.
 */
const [other, lower, upper, letter, digit, goesOn, close, space, stop, mark, line, unread] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
];

/** What is known here: Latin letters and what stands between them; dashes, quotation marks and the ellipsis. */
const lastLatin = 0x24f;
const [firstMark, lastMark] = [0x2010, 0x2026];
const notMet = 255;
/** Classes of the characters met so far: to tell all of them beforehand would hold up every start of the background. */
const classes = new Uint8Array(lastMark + 1).fill(notMet);

function classOf(char: string): number {
  if (/[\xad\u2024]/.test(char)) return unread;
  if (/[\r\n\x85]/.test(char)) return line;
  if (/\s/.test(char)) return space;
  if (char === '.') return stop;
  if (/[!?]/.test(char)) return mark;
  if (/[,:;–—-]/.test(char)) return goesOn;
  if (/["'«»‘’‚‛“”„‟\p{Ps}\p{Pe}]/u.test(char)) return close;
  if (/\p{Lowercase}/u.test(char)) return lower;
  if (/\p{Uppercase}|\p{Lt}/u.test(char)) return upper;
  if (/\p{Alphabetic}/u.test(char)) return letter;
  return /\d/.test(char) ? digit : other;
}

/** Characters of class `unread`, and those of `stop`, `mark` and `line`: nearly all others need not be looked at. */
const hasUnread = /[^\0-\xac\xae-\u024f\u2010-\u2023\u2025\u2026]/;
const mayEnd = /[.!?\r\n\x85]/g;

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (!(code <= lastLatin || (code >= firstMark && code <= lastMark))) return unread;
  if (classes[code] === notMet) classes[code] = classOf(String.fromCharCode(code));
  return classes[code]!;
}

/** Ends of the sentences of a text, each with the white space behind it; the last is the text's own. */
export function sentenceBreaks(text: string): number[] {
  if (hasUnread.test(text)) return breaksBySegmenter(text);
  const breaks: number[] = [];
  let open = 0;
  mayEnd.lastIndex = 0;
  while (mayEnd.test(text)) {
    const at = mayEnd.lastIndex - 1;
    const kind = classAt(text, at);
    const end = kind === line ? lineEnd(text, at) : endAfter(text, at, kind);
    if (end === null) continue;
    breaks.push(end);
    open = end;
    mayEnd.lastIndex = end;
  }
  if (open < text.length) breaks.push(text.length);
  return breaks;
}

/** Where the sentence ends that a stop or mark may close; `null` where it goes on. */
function endAfter(text: string, at: number, kind: number): number | null {
  let end = at + 1;
  if (kind === stop && isWithinWord(classAt(text, at - 1), classAt(text, end))) return null;
  while (classAt(text, end) === close) end++;
  while (classAt(text, end) === space) end++;
  const next = classAt(text, end);
  if (next === line) return lineEnd(text, end);
  if (next === goesOn || next === stop || next === mark) return null;
  return kind === stop && smallLetterFollows(text, end) ? null : end;
}

/** "3.5", "U.S." */
function isWithinWord(before: number, after: number): boolean {
  return after === digit || (after === upper && (before === upper || before === lower));
}

/** Whether the next letter, with no other sentence's end before it, is a small one. */
function smallLetterFollows(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const kind = classAt(text, at);
    if (kind === lower) return true;
    if (kind === upper || kind === letter || kind === stop || kind === mark || kind === line) return false;
  }
  return false;
}

function lineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}

let segmenter: Intl.Segmenter | undefined;

function breaksBySegmenter(text: string): number[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return Array.from(segmenter.segment(text), ({ segment, index }) => index + segment.length);
}
