import type { Span } from '@/lib/core/article';
import type { Capitals } from '../capitals';
import type { Read, Sentence } from '../told';
import { bodyNamed } from './bodies';
import { type Chunk, chunksIn, type Piece } from './chunks';
import { countryNamed, isPlainAdjective } from './countries';
import type { Family } from './heads';
import { isQualifier } from './titles';

/** Something a text calls an actor by, as read from one phrase. */
export interface Mention {
  read: number;
  /** Place of the sentence in its article. */
  line: number;
  sentence: Sentence;
  chunk: Chunk;
  span: Span;
  /**
   * `name`: a person or a body by name. `country`: a country as an actor. `group`: a noun with what goes before it.
   * `role`: an office without a name.
   */
  kind: 'name' | 'country' | 'group' | 'role';
  /** The name itself, for `name`; the country, for `country`. */
  name: string | null;
  /** Words of offices and of countries that stand before a name, folded. */
  roles: string[];
  nation: string | null;
  /** Family of a group's last noun; the family of the noun right before a name ("terrorist group X"). */
  family: Family | null;
}

/** Mentions of one article, at most: a text of names alone stays bounded. */
const mostMentions = 12_000;

/** Everything in an article that may name an actor, in order of place. */
export function mentionsIn(read: Read, at: number, capitals: Capitals): Mention[] {
  const found: Mention[] = [];
  read.sentences.forEach((sentence, line) => {
    if (found.length >= mostMentions) return;
    for (const chunk of chunksIn(read, sentence, capitals)) found.push(...mentionsOf(chunk, at, line));
  });
  return found;
}

function mentionsOf(chunk: Chunk, read: number, line: number): Mention[] {
  const { pieces, sentence } = chunk;
  const make = (
    from: number,
    to: number,
    of: Pick<Mention, 'kind' | 'name'> & Partial<Mention>,
  ): Mention => ({
    read,
    line,
    sentence,
    chunk,
    span: { start: sentence.words[from]!.start, end: sentence.words[to - 1]!.end },
    roles: [],
    nation: null,
    family: null,
    ...of,
  });
  const last = pieces.at(-1)!;
  const nations = pieces.filter(({ tag }) => tag === 'country');
  const nation = nations.at(-1)?.country ?? null;
  if (last.tag === 'name') {
    const body = bodyAt(sentence, last);
    const before = pieces.slice(0, -1);
    const noun = before.findLast(({ tag }) => tag === 'head' || tag === 'role');
    const roles = rolesOf(chunk, before);
    const isPlain = noun === undefined && before.some(({ tag }) => tag === 'country');
    const name = body ?? textOf(sentence, last);
    const named = make(isPlain && body === null ? last.from : chunk.from, chunk.to, {
      kind: 'name',
      name,
      roles,
      nation,
      family: noun?.family ?? null,
    });
    return [...alone(chunk, make), named];
  }
  if (
    last.tag === 'country' &&
    pieces.length === 1 &&
    isPlainAdjective(textOf(sentence, last).split('-')[0]!)
  )
    return [];
  if (last.tag === 'country' && pieces.length === 1)
    return [make(last.from, last.to, { kind: 'country', name: last.country, nation: last.country })];
  if (last.tag === 'country') {
    const people = make(chunk.from, chunk.to, { kind: 'country', name: last.country, nation: last.country });
    return [...alone(chunk, make), people];
  }
  const proper = last.tag === 'head' ? properName(chunk) : null;
  if (proper !== null)
    return [make(chunk.from, chunk.to, { kind: 'name', name: proper, nation, family: last.family })];
  if (last.tag === 'role')
    return [
      ...alone(chunk, make),
      make(chunk.from, chunk.to, {
        kind: 'role',
        name: null,
        roles: rolesOf(chunk, pieces),
        nation,
        family: 'role',
      }),
    ];
  return [
    ...alone(chunk, make),
    make(chunk.from, chunk.to, { kind: 'group', name: null, nation, family: last.family }),
  ];
}

/** Words of a country's own bodies that make no name of theirs ("Syrian Arab Army", "Russian Special Forces"). */
const plain =
  /^(?:arab|national|armed|royal|regular|air|special|security|defen[cs]e|civil|interior|foreign|military|government|state|islamic|army|police|ground|navy)$/;

/** A body whose name ends in a noun of actors: all capitals, and a word of its own in it ("Free Syrian Army"). */
function properName({ sentence, from, to, pieces }: Chunk): string | null {
  const { words } = sentence;
  let start = to;
  while (start > from && words[start - 1]!.capital && !(start < to && words[start - 1]!.possessive)) start--;
  if (to - start < 2 || sentence.shouted) return null;
  const hasOwn = pieces
    .slice(0, -1)
    .some((piece) => piece.from >= start && isOwnWord(piece, words[piece.from]!.low));
  return hasOwn ? textOf(sentence, { from: start, to }) : null;
}

function isOwnWord({ tag, from, to }: Piece, low: string): boolean {
  return tag !== 'country' && tag !== 'tie' && (to - from > 1 || !plain.test(low));
}

/** A possessive name or country inside a phrase is an actor of its own ("America’s proxy forces"). */
function alone(
  { pieces, sentence }: Chunk,
  make: (from: number, to: number, of: Pick<Mention, 'kind' | 'name'> & Partial<Mention>) => Mention,
): Mention[] {
  return pieces.slice(0, -1).flatMap((piece) => {
    if (!sentence.words[piece.to - 1]!.possessive) return [];
    if (piece.tag === 'country')
      return [make(piece.from, piece.to, { kind: 'country', name: piece.country, nation: piece.country })];
    if (piece.tag === 'name')
      return [
        make(piece.from, piece.to, {
          kind: 'name',
          name: bodyAt(sentence, piece) ?? textOf(sentence, piece),
        }),
      ];
    return [];
  });
}

function rolesOf({ sentence }: Chunk, pieces: readonly Piece[]): string[] {
  return pieces
    .map(({ tag, from }) => ({ tag, low: sentence.words[from]!.low }))
    .filter(({ tag, low }) => tag === 'role' || isQualifier(low))
    .map(({ low }) => low);
}

/** A name as printed, spaces made one. */
export function textOf({ words }: Sentence, { from, to }: { from: number; to: number }): string {
  return words
    .slice(from, to)
    .map(({ text }) => text.replace(/^[#@]/, ''))
    .join(' ');
}

/** A well-known body whose name the piece is, or begins with ("Islamic State of Iraq"). */
function bodyAt(sentence: Sentence, piece: Piece): string | null {
  const text = textOf(sentence, piece);
  return bodyNamed(text) ?? (/ (?:of|in) /.test(text) ? bodyNamed(text.replace(/ (?:of|in) .*$/, '')) : null);
}

/** The country that a tie leans on ("US-backed" → United States), or the name ("pro-Assad" → Assad). */
export function tiedTo(low: string): { how: string; whom: string } | null {
  const compound =
    /^(.+)-(backed|led|sponsored|supported|trained|funded|armed|allied|aligned|dominated)$/.exec(low);
  if (compound) return { how: compound[2]!, whom: countryNamed(compound[1]!)?.country ?? compound[1]! };
  const side = /^(pro|anti)-(.+)$/.exec(low);
  if (side) return { how: side[1]!, whom: countryNamed(side[2]!)?.country ?? side[2]! };
  return null;
}
