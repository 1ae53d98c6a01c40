/**
 * Noun phrases that may name an actor, found without a tagger: runs of names, nouns of actors and words that go before them
 * ("Russian Deputy Foreign Minister Sergei Ryabkov", "US-backed Syrian rebels", "its own proxy forces").
 */
import type { Capitals } from '../capitals';
import { type NameRun, namesIn } from '../names';
import type { Read, Sentence } from '../told';
import { bodyLength } from './bodies';
import { countryAt } from './countries';
import { type Family, familyOf } from './heads';
import { isModifier, isOffice, isTitle } from './titles';

export type Tag = 'name' | 'country' | 'head' | 'role' | 'modifier' | 'tie';

/** A word or two of a chunk. */
export interface Piece {
  tag: Tag;
  from: number;
  to: number;
  /** The country, for `country`. */
  country: string | null;
  family: Family | null;
}

/** A noun phrase: words `[from, to)` of a sentence, its pieces in order. */
export interface Chunk {
  sentence: Sentence;
  from: number;
  to: number;
  pieces: Piece[];
  /** Folded word before it, if it is an article or a possessive ("the", "its"); else `null`. */
  determiner: string | null;
}

/** "US-backed", "HSD led", "pro-government": ties a group to whom it is for or from. */
const tieCompound =
  /^(?:.+-(?:backed|led|sponsored|supported|trained|funded|armed|allied|aligned|dominated|majority)|(?:pro|anti)-.+)$/;
const tieWord = /^(?:backed|led|sponsored|supported|trained|funded|dominated|allied)$/;
const determiner = /^(?:the|a|an|its|their|his|her|our|these|those|this|that|some|all|both|no)$/;

/** Chunks of a sentence, in order, not overlapping. */
export function chunksIn(read: Read, sentence: Sentence, capitals: Capitals): Chunk[] {
  const source = sentence.field === 'title' ? (read.article.title ?? '') : read.article.text;
  const pieces = piecesOf(sentence, namesIn(read, sentence, capitals));
  const chunks: Chunk[] = [];
  let open: Piece[] = [];
  const close = () => {
    while (open.length > 0 && open.at(-1)!.tag !== 'name' && isWeak(open.at(-1)!)) open.pop();
    if (open.length > 0) chunks.push(asChunk(sentence, open));
    open = [];
  };
  for (const piece of pieces) {
    const last = open.at(-1);
    if (last && !isTied(source, sentence, last, piece)) close();
    open.push(piece);
  }
  close();
  return chunks;
}

function isWeak({ tag }: Piece): boolean {
  return tag === 'modifier' || tag === 'tie';
}

function asChunk(sentence: Sentence, pieces: Piece[]): Chunk {
  const from = pieces[0]!.from;
  const before = sentence.words[from - 1]?.low ?? '';
  const own = before === 'own' ? (sentence.words[from - 2]?.low ?? '') : before;
  return {
    sentence,
    from,
    to: pieces.at(-1)!.to,
    pieces,
    determiner: determiner.test(own) ? own : null,
  };
}

/** Whether a piece goes on with the phrase of the one before: a space between, or a possessive before a noun. */
function isTied(source: string, { words }: Sentence, last: Piece, next: Piece): boolean {
  if (last.to !== next.from) return false;
  const before = words[last.to - 1]!;
  const between = source.slice(before.end, words[next.from]!.start);
  if (before.possessive) return next.tag !== 'name' && next.tag !== 'country' && /^['’]s? $/.test(between);
  if (next.tag === 'tie' && between === ') ') return true;
  return (
    /^[ \u00a0]$/.test(between) || (/^\. $/.test(between) && isTitle(before.low)) || / ?- ?$/.test(between)
  );
}

/** Tags the words of a sentence that can stand in a chunk. Name runs are cut at countries and offices. */
function piecesOf(sentence: Sentence, names: readonly NameRun[]): Piece[] {
  const { words } = sentence;
  const pieces: Piece[] = [];
  let name = 0;
  let at = 0;
  const push = (tag: Tag, to: number, country: string | null = null, family: Family | null = null) => {
    pieces.push({ tag, from: at, to, country, family });
    at = to;
  };
  while (at < words.length) {
    while (name < names.length && names[name]!.to <= at) name++;
    const run = names[name];
    const inside = run !== undefined && run.from <= at;
    const { low } = words[at]!;
    const country = countryAt(words, at);
    const family = familyOf(low);
    const body = bodyLength(words, at);
    if (body > 0) push('name', at + body);
    else if (tieCompound.test(low)) push('tie', at + 1);
    else if (tieWord.test(low) && pieces.at(-1)?.to === at) push('tie', at + 1);
    else if (country && !(inside && isInsideName(sentence, run, at, country.length)))
      push('country', at + country.length, country.country);
    else if (isTitle(low) && words[at]!.capital) push('role', at + 1, null, 'role');
    else if (family === 'role') push('role', at + 1, null, family);
    else if (family !== null) push('head', at + 1, null, family);
    else if (isModifier(low)) push('modifier', at + 1);
    else if (inside) {
      let to = at + 1;
      while (to < run.to && !endsNamePiece(sentence, to)) to++;
      push('name', to);
    } else at++;
  }
  return pieces;
}

function endsNamePiece({ words }: Sentence, at: number): boolean {
  const { low } = words[at]!;
  return isOffice(low) || familyOf(low) !== null;
}

/** "Bank of England", "Free Syrian Army": a country's name inside a name of more words belongs to it. */
function isInsideName({ words }: Sentence, run: NameRun, at: number, length: number): boolean {
  const before = words[at - 1];
  if (at > run.from && (before!.low === 'of' || before!.low === 'for')) return true;
  const isAtStart = at === run.from;
  const next = words[at + length];
  if (isAtStart || at + length >= run.to || !next) return false;
  const first = words[run.from]!.low;
  return !isOffice(first) && familyOf(first) === null && countryAt(words, run.from) === null;
}
