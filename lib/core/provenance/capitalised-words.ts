/** The words that may begin a name, found in one pass: every page is looked through for the names of outlets. */

/** What a character may be, as bits; `joined` when no name begins behind it. */
const [capital, inName, inWord, letter, joined] = [1, 2, 4, 8, 16];
const lastLatin = 0x24f;
const notMet = 255;
/** What was told of characters met so far: to describe all of them beforehand would hold up every start of the background. */
const latin = new Uint8Array(lastLatin + 1).fill(notMet);
const others = new Map<number, number>();

function describe(codePoint: number): number {
  const char = String.fromCodePoint(codePoint);
  return (
    (/[\p{Lu}\p{Lo}\p{N}]/u.test(char) ? capital : 0) |
    (/[\p{L}\p{M}\p{N}'’.&!+/-]/u.test(char) ? inName : 0) |
    (/[\p{L}\p{M}\p{N}]/u.test(char) ? inWord : 0) |
    (/\p{L}/u.test(char) ? letter : 0) |
    (/[\p{L}\p{N}@#.]/u.test(char) ? joined : 0)
  );
}

function kindOf(codePoint: number): number {
  if (codePoint <= lastLatin) {
    if (latin[codePoint] === notMet) latin[codePoint] = describe(codePoint);
    return latin[codePoint]!;
  }
  let kind = others.get(codePoint);
  if (kind === undefined) {
    kind = describe(codePoint);
    others.set(codePoint, kind);
  }
  return kind;
}

/** Names that are written small, and the letters they begin with. */
const small = /(?:dpa|epd|euronews)(?!\p{L})/uy;
const [d, e] = [0x64, 0x65];

/**
 * Calls `take` with the place of each word, its letters and figures alone, that opens with a capital, a letter without case
 * or a figure. What hangs on to a word by a hyphen, a stroke, a stop or an apostrophe is passed over with it.
 */
export function capitalisedWords(text: string, take: (start: number, end: number) => void): void {
  let before = 0;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    const kind = kindOf(codePoint);
    if ((kind & capital) !== 0 && (before & joined) === 0) {
      const end = endOf(text, at, inWord);
      take(at, end);
      at = endOf(text, end, inName);
    } else if ((codePoint === d || codePoint === e) && (before & letter) === 0 && smallAt(text, at)) {
      take(at, small.lastIndex);
      at = small.lastIndex;
    } else {
      before = kind;
      at += codePoint > 0xffff ? 2 : 1;
      continue;
    }
    before = joined;
  }
}

function smallAt(text: string, at: number): boolean {
  small.lastIndex = at;
  return small.test(text);
}

/** Where the run of characters of a kind ends that begins at `from`. */
function endOf(text: string, from: number, kind: number): number {
  let at = from;
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!;
    if ((kindOf(codePoint) & kind) === 0) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}
