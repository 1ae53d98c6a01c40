/**
 * Characters that arrive spelled out or misread: HTML entities that were never decoded ("don&#8217;t"), and UTF-8 that
 * was read as Windows-1252 ("donâ€™t"). Each is read as the one character it stands for.
 */
import { type Character, characterAt } from './characters';

/** A character that takes several UTF-16 units of the text. */
export interface Misread {
  character: Character;
  length: number;
}

const separator: Character = { kind: 'break', folded: '' };
const apostrophe: Character = { kind: 'join', folded: '' };
const soft: Character = { kind: 'nothing', folded: '' };

const entity = /&(?:amp;){0,3}(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}\d{0,2}));/y;
/** Named entities for accented letters say which letter ("eacute"). */
const accented = /^([a-zA-Z])(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)$/;
const named: Readonly<Record<string, Character>> = {
  apos: apostrophe,
  rsquo: apostrophe,
  lsquo: apostrophe,
  shy: soft,
  zwj: soft,
  zwnj: soft,
};
const letters: Readonly<Record<string, number>> = {
  szlig: 0xdf,
  aelig: 0xe6,
  AElig: 0xe6,
  oelig: 0x153,
  OElig: 0x153,
};

/** The entity at `at`, where an ampersand stands; `null` when it is only an ampersand. */
export function entityAt(text: string, at: number): Misread | null {
  entity.lastIndex = at;
  const match = entity.exec(text);
  if (!match) return null;
  const [whole, decimal, hex, name] = match;
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
  const character = code === null ? byName(name ?? '') : byCode(code);
  return { character, length: whole.length };
}

function byName(name: string): Character {
  const letter = accented.exec(name)?.[1];
  if (letter) return characterAt(letter.codePointAt(0) ?? 0);
  if (Object.hasOwn(letters, name)) return characterAt(letters[name]!);
  return Object.hasOwn(named, name) ? named[name]! : separator;
}

/** Numbers 128 to 159 are Windows-1252 in practice (as HTML reads them): 145 and 146 are apostrophes. */
function byCode(code: number): Character {
  if (code === 145 || code === 146) return apostrophe;
  return code > 0x10ffff || (code >= 128 && code < 160) ? separator : characterAt(code);
}

/** "’" and "‘" misread once and twice; "é" and its kin misread; a no-break space or sign misread. */
const misreadApostrophe = /â[€\u0080][™˜\u0099\u0098]|Ã¢â‚¬(?:â„¢|Ëœ)|ï¿½/y;
const misreadPunctuation =
  /â[€\u0080][\u0080-\u00BFœŠ“”žŒ•–—‹›…†‡‰ƒ„‚šŸ]?|Ã¢â‚¬(?:Å“|â€œ|â€\u009D|\u009D|Â¦|Â)?|Â(?:[\u0080-\u00BF]|(?<!\p{Lu}Â)(?!\p{L}))/uy;
const misreadLetter = /Ã([\u00A1-\u00BF\u0080-\u009F‰‡œ–“”])/y;
/** Windows-1252 signs for the second byte of the letters that occur: É, Ç, Ü, Ö. */
const signBytes: Readonly<Record<string, number>> = {
  '‰': 0x89,
  '‡': 0x87,
  œ: 0x9c,
  '–': 0x96,
  '“': 0x93,
  '”': 0x94,
};

/** The misread character at `at`, where "â", "Â", "Ã" or "ï" stands; `null` when the letter stands for itself. */
export function misreadAt(text: string, at: number): Misread | null {
  const length = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0].length ?? 0;
  };
  const asApostrophe = length(misreadApostrophe);
  if (asApostrophe > 0) return { character: apostrophe, length: asApostrophe };
  const asPunctuation = length(misreadPunctuation);
  if (asPunctuation > 0) return { character: separator, length: asPunctuation };
  misreadLetter.lastIndex = at;
  const second = misreadLetter.exec(text)?.[1];
  if (second === undefined) return null;
  const byte = signBytes[second] ?? second.charCodeAt(0);
  return { character: characterAt(0xc0 + (byte & 0x3f)), length: 2 };
}
