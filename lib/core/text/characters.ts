/**
 * What one character is to folding `fp1`. Frozen with it.
 */

/** `part`: belongs to a word, folded to `folded`. `join`: an apostrophe, dropped between letters. `nothing`: not seen at all. */
export interface Character {
  kind: 'part' | 'unspaced' | 'join' | 'nothing' | 'break';
  folded: string;
}

/** Letters that Unicode does not decompose but readers take for a variant. */
const variants: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

/** Scripts written without spaces, whose words only a dictionary can tell. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const mark = /\p{M}/u;
/** Ranges of code points, first and last. */
type Ranges = readonly (readonly [number, number])[];
/** Accents and vowel points that print over or under a letter; vowel signs of Indic scripts are letters to us. */
const accents: Ranges = [
  [0x0300, 0x036f],
  [0x0483, 0x0487],
  [0x0591, 0x05bd],
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c2],
  [0x05c4, 0x05c5],
  [0x05c7, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e4],
  [0x06e7, 0x06e8],
  [0x06ea, 0x06ed],
  [0x1ab0, 0x1ace],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20f0],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
];
/** Soft hyphen, joiners, tatweel, zero-width and direction marks, byte-order mark. */
const invisibles: Ranges = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x0640, 0x0640],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0xfeff, 0xfeff],
];

function isWithin(ranges: Ranges, codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** Apostrophes of all kinds; a replacement character between letters mostly stands for one. */
const apostrophe = /['‘’‛ʹʻʼʽˈ`´′＇׳״\uFFFD]/u;
/** First digit of the number systems whose digits Unicode does not decompose and news texts use. */
const zeros = [0x0660, 0x06f0, 0x0966];

const known = new Map<number, Character>();

/** What the character with this code point is. Remembered: a text uses few different ones. */
export function characterAt(codePoint: number): Character {
  let character = known.get(codePoint);
  if (!character) {
    character = describe(String.fromCodePoint(codePoint), codePoint);
    known.set(codePoint, character);
  }
  return character;
}

function describe(printed: string, codePoint: number): Character {
  if (isUnseen(codePoint)) return { kind: 'nothing', folded: '' };
  if (apostrophe.test(printed)) return { kind: 'join', folded: '' };
  const isPart = letterOrDigit.test(printed) || mark.test(printed);
  if (!isPart) return { kind: 'break', folded: '' };
  const folded = foldCharacter(printed, codePoint);
  if (folded === '') return { kind: 'nothing', folded };
  return { kind: unspaced.test(printed) ? 'unspaced' : 'part', folded };
}

function isUnseen(codePoint: number): boolean {
  return isWithin(invisibles, codePoint) || isWithin(accents, codePoint);
}

/** Lower case, compatibility forms and accents undone; nothing left but letters, digits and the marks that count as letters. */
function foldCharacter(printed: string, codePoint: number): string {
  const zero = zeros.find((first) => codePoint >= first && codePoint < first + 10);
  if (zero !== undefined) return String(codePoint - zero);
  let folded = '';
  for (const char of printed.toLowerCase().normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (isUnseen(char.codePointAt(0) ?? 0) || apostrophe.test(char)) continue;
    if (!letterOrDigit.test(char) && !mark.test(char)) continue;
    folded += variants[char] ?? char;
  }
  return folded;
}
