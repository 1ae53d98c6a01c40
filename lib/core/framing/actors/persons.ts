/**
 * Persons: full names, surnames and offices that name one person. A surname belongs to the bearer last named in its
 * article, else to the one the story names most; an office ("the president") to whom the story gives it.
 */
import { isPersonLike } from '@/lib/core/provenance/name-shapes';
import { isCue } from '../cues';
import { isSpelling, skeleton } from '../spellings';
import type { Mention } from './mentions';
import { addOffice, resolveOffices } from './offices';
import { isQualifier, isTitle } from './titles';

/** A person of the story. */
export interface Person {
  key: string;
  /** Fullest name. */
  name: string;
  tokens: string[];
  /** Skeleton of the surname. */
  bones: string;
  /** Offices and the countries beside them. */
  offices: { role: string; nation: string | null }[];
  mentions: number;
}

/** Persons remembered of one story. */
const mostPersons = 600;

/** Finds the persons of a story and gives their mentions' keys (by place in `mentions`). */
export function personsOf(mentions: readonly Mention[]): { persons: Person[]; keys: Map<Mention, string> } {
  const named = mentions.filter(isPersonal);
  const titled = new Set<string>();
  for (const mention of named)
    if (mention.roles.some((role) => !isQualifier(role))) titled.add(lastOf(tokensOf(mention.name!)));
  const persons: Person[] = [];
  const keys = new Map<Mention, string>();
  const byToken = new Map<string, Person[]>();
  for (const mention of named) {
    const tokens = tokensOf(mention.name!);
    if (tokens.length < 2 || tokens.length > 4 || noFullName.test(mention.name!)) continue;
    if (!isPerson(mention, tokens, titled)) continue;
    const known = bearers(byToken, tokens).find((person) => isSame(person, tokens, mention.name!));
    const person = known ?? startPerson(persons, mention.name!, tokens);
    if (person === null) continue;
    if (mention.name!.length > person.name.length && tokens.length <= 4) person.name = mention.name!;
    for (const token of tokens) {
      const list = byToken.get(token) ?? [];
      if (!list.includes(person)) byToken.set(token, [...list, person]);
    }
    note(person, mention);
    keys.set(mention, person.key);
  }
  resolveSurnames(named, byToken, persons, keys, titled);
  resolveOffices(mentions, persons, keys);
  return { persons, keys };
}

function isPersonal({ kind, name, family }: Mention): boolean {
  return (
    kind === 'name' && (family === null || family === 'role') && name !== null && !/\b(?:of|for)\b/.test(name)
  );
}

/** "Carter-Reed", "WATCH Carter". */
const noFullName = /^\S*$|^\p{Lu}{3,} \p{Lu}\p{Ll}/u;

/** Name words, folded, initials left out. */
function tokensOf(name: string): string[] {
  const words = name
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .split(/\s+/)
    .flatMap((word) => word.replace(/^(?:al|el)-/, '').split('-'))
    .filter((word) => word !== '');
  const whole = words.filter((word) => !/^\p{L}\.?$/u.test(word));
  return whole.length > 0 ? whole : words;
}

const lastOf = (tokens: readonly string[]) => tokens.at(-1) ?? '';

function isPerson(mention: Mention, tokens: readonly string[], titled: ReadonlySet<string>): boolean {
  return (
    mention.family === 'role' ||
    isPersonLike(mention.name!) ||
    titled.has(lastOf(tokens)) ||
    titled.has(tokens[0]!) ||
    speaks(mention)
  );
}

/** Right before or behind a verb of saying, or before ", head of". */
function speaks({ sentence, chunk }: Mention): boolean {
  const { words } = sentence;
  const after = words[chunk.to];
  return after !== undefined && !after.capital && isCue(after.low) && after.low !== 'called';
}

/** Behind a preposition stands a place or an object, no subject ("observers at Oldhaven said"). */
function isPlaced({ sentence, chunk }: Mention): boolean {
  return /^(?:of|in|at|from|near|to|for|with|by|on)$/.test(sentence.words[chunk.from - 1]?.low ?? '');
}

function bearers(byToken: ReadonlyMap<string, Person[]>, tokens: readonly string[]): Person[] {
  return [...new Set([...(byToken.get(lastOf(tokens)) ?? []), ...(byToken.get(tokens[0]!) ?? [])])];
}

function startPerson(persons: Person[], name: string, tokens: string[]): Person | null {
  const bones = skeleton(lastOf(tokens));
  const spelled = persons.find(
    (person) =>
      person.bones === bones && isSpelling(suffix(person.tokens, tokens), suffix(tokens, person.tokens)),
  );
  if (spelled) return spelled;
  if (persons.length >= mostPersons) return null;
  const person = { key: `person:${tokens.join(' ')}`, name, tokens, bones, offices: [], mentions: 0 };
  persons.push(person);
  return person;
}

/** The last words of a name, as many as the shorter of the two has ("Ahmed Abu Kholeh" beside "Abu Khawla"). */
function suffix(tokens: readonly string[], other: readonly string[]): string {
  return tokens.slice(-Math.min(tokens.length, other.length)).join(' ');
}

/** The same surname, and given names that do not differ: equal, one the beginning of the other, or one initial. */
function isSame({ tokens, name }: Person, others: readonly string[], other: string): boolean {
  if (isSpelling(name, other)) return true;
  if (lastOf(tokens) !== lastOf(others)) return false;
  const [a, b] = [tokens[0]!, others[0]!];
  return a === b || a.startsWith(b) || b.startsWith(a) || (a.slice(0, 3) === b.slice(0, 3) && a.length > 3);
}

function note(person: Person, mention: Mention): void {
  person.mentions++;
  for (const role of mention.roles)
    if (!isTitle(role) && !isQualifier(role)) addOffice(person, role, mention.nation);
}

function resolveSurnames(
  named: readonly Mention[],
  byToken: ReadonlyMap<string, Person[]>,
  persons: Person[],
  keys: Map<Mention, string>,
  titled: ReadonlySet<string>,
): void {
  const latest = new Map<string, Person>();
  const lastNames = new Set([...titled, ...persons.map(({ tokens }) => lastOf(tokens))]);
  const byKey = new Map(persons.map((person) => [person.key, person]));
  let read = -1;
  for (const mention of named) {
    if (mention.read !== read) latest.clear();
    read = mention.read;
    const tokens = tokensOf(mention.name!);
    const known = keys.get(mention);
    if (known !== undefined) {
      const person = byKey.get(known)!;
      for (const [at, token] of tokens.entries())
        if (at === tokens.length - 1 || !lastNames.has(token) || isFamilyFirst(person, token))
          latest.set(token, person);
      continue;
    }
    if (tokens.length !== 1) continue;
    const token = tokens[0]!;
    const surnames = (byToken.get(token) ?? []).filter(
      (person) => lastOf(person.tokens) === token || isFamilyFirst(person, token),
    );
    const person =
      latest.get(token) ??
      surnames.sort((a, b) => b.mentions - a.mentions)[0] ??
      byTitle(mention, token, persons, byKey);
    if (!person) continue;
    note(person, mention);
    keys.set(mention, person.key);
  }
}

/** Names of East Asia stand before the given ones. */
function isFamilyFirst({ tokens }: Person, token: string): boolean {
  return (
    tokens[0] === token &&
    /^(?:kim|xi|moon|park|lee|li|wang|zhang|chen|liu|hu|wen|jiang|deng|choi|ban|nguyen|tran|ho|mao)$/.test(
      token,
    )
  );
}

/** "Mr. Kim" where no full name is given: a person all the same. */
function byTitle(
  mention: Mention,
  token: string,
  persons: Person[],
  byKey: Map<string, Person>,
): Person | null {
  const isTitled =
    mention.roles.some((role) => !isQualifier(role)) ||
    (speaks(mention) && !isPlaced(mention) && !/^\p{Lu}+$/u.test(mention.name!));
  const known = byKey.get(`person:${token}`);
  if (known) return known;
  if (!isTitled || persons.length >= mostPersons) return null;
  const person: Person = {
    key: `person:${token}`,
    name: mention.name!,
    tokens: [token],
    bones: skeleton(token),
    offices: [],
    mentions: 0,
  };
  persons.push(person);
  byKey.set(person.key, person);
  return person;
}
