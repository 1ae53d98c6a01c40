import table from '@/assets/row-phrases.json';
import type { BitReader, BitWriter } from '../postings/bits';

/**
 * Short texts of news in few bits: each phrase of `assets/row-phrases.json`, single letters among them, has a code of its
 * own, a canonical prefix code (Huffman 1952); of the phrases that fit the longest is taken. A headline takes half a byte
 * a letter, and needs no other text beside it to be read.
 *
 * ROWS ON DISK ARE WRITTEN WITH THAT FILE: another one needs another form of rows beside this one.
 */

/** What ends a text, and what stands before a UTF-16 unit that is no phrase. */
const end = 0;
const unit = 1;
const unitBits = 16;

interface Code<Symbol = string | number> {
  symbol: Symbol;
  bits: number;
  length: number;
}

interface Codes {
  /** Of phrases by their first two units (single letters by the one), the longest first. */
  byStart: Map<string, Code<string>[]>;
  end: Code;
  unit: Code;
  /** By the next `longestCode` bits. */
  byBits: Code[];
}

const longestCode = table.phrases.length - 1;
let codes: Codes | undefined;

/** Writes a text of any UTF-16 units. */
export function writeText(out: BitWriter, text: string): void {
  codes ??= readTable();
  const { byStart, end, unit } = codes;
  for (let at = 0; at < text.length; ) {
    const code = codeAt(byStart, text, at);
    if (code) out.bits(code.bits, code.length);
    else {
      out.bits(unit.bits, unit.length);
      out.bits(text.charCodeAt(at), unitBits);
    }
    at += code?.symbol.length ?? 1;
  }
  out.bits(end.bits, end.length);
}

/** Reads what {@link writeText} wrote; broken bytes give some text, a phrase for every few bits at most. */
export function readText(input: BitReader): string {
  codes ??= readTable();
  const { byBits } = codes;
  let text = '';
  while (!input.overrun) {
    const { symbol, length } = byBits[input.peek(longestCode)]!;
    input.skip(length);
    if (symbol === end) break;
    text += typeof symbol === 'string' ? symbol : String.fromCharCode(input.bits(unitBits));
  }
  return text;
}

function codeAt(byStart: Codes['byStart'], text: string, at: number): Code<string> | undefined {
  const longer = byStart.get(text.slice(at, at + 2))?.find(({ symbol }) => text.startsWith(symbol, at));
  return longer ?? byStart.get(text[at]!)?.[0];
}

/** Codes of one length follow one another, and those of the next length follow them. */
function readTable(): Codes {
  const byStart: Codes['byStart'] = new Map();
  const byBits: Code[] = [];
  const others = new Map<number, Code>();
  let bits = 0;
  table.phrases.forEach((phrases: readonly (string | number)[], length) => {
    bits *= 2;
    for (const symbol of phrases) {
      const code = { symbol, bits: bits++, length };
      for (let i = 0; i < 2 ** (longestCode - length); i++) byBits.push(code);
      if (typeof symbol === 'number') others.set(symbol, code);
      else byStart.set(symbol.slice(0, 2), [...(byStart.get(symbol.slice(0, 2)) ?? []), { ...code, symbol }]);
    }
  });
  for (const phrases of byStart.values()) phrases.sort((a, b) => b.symbol.length - a.symbol.length);
  return { byStart, end: others.get(end)!, unit: others.get(unit)!, byBits };
}
