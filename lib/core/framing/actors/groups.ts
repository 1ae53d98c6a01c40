/**
 * Groups without a name of their own, told by what goes before their noun: whose they are ("Syrian troops"), who backs them
 * ("US-backed"), which side they are on ("pro-government"), which body they belong to ("SDF fighters").
 */
import type { Read } from '../told';
import { bodyNamed } from './bodies';
import type { Piece } from './chunks';
import { countryAt, countryNamed } from './countries';
import type { Family } from './heads';
import { type Mention, textOf, tiedTo } from './mentions';

/** What the words of a group say of it. */
export interface Traits {
  family: Family;
  nation: string | null;
  /** Countries or names that back it, or whose proxies it is. */
  sponsors: string[];
  /** Body it belongs to or is led by. */
  body: string | null;
  /** Country that leads it. */
  ledBy: string | null;
  /** Of the government's side. */
  governmental: boolean;
  rebel: boolean;
  /** A coalition: of a country, it is not that country alone. */
  coalition: boolean;
  /** "Its allies": whose they are does not say who they are. */
  plainAlly: boolean;
  /** Nothing but an article goes before the noun. */
  bare: boolean;
}

const stateless = new Set(['Kurdistan']);
const government = /^(?:government|regime|loyalist|pro-government|pro-regime|state)$/;

/** Reads a group's words; what backs it behind the noun ("forces backed by Russia") is read too. */
export function traitsOf(
  { chunk, sentence, family }: Mention,
  home: string | null,
  homeLeaders: ReadonlySet<string>,
): Traits {
  const { words } = sentence;
  const traits: Traits = {
    family: family!,
    nation: null,
    sponsors: [],
    body: null,
    ledBy: null,
    governmental: family === 'loyalist',
    rebel: family === 'rebel',
    coalition: words[chunk.to - 1]!.low === 'coalition',
    plainAlly:
      /^(?:all(?:y|ies)|partners?|backers)$/.test(words[chunk.to - 1]!.low) &&
      !chunk.pieces.some(({ tag }) => tag === 'tie'),
    bare: chunk.pieces.length === 1,
  };
  const pieces = chunk.pieces.slice(0, -1);
  pieces.forEach((piece, at) => {
    const { low } = words[piece.from]!;
    const next = pieces[at + 1];
    if (government.test(low)) traits.governmental = true;
    if (/^(?:rebel|opposition|insurgent|anti-government|anti-regime)s?$/.test(low)) traits.rebel = true;
    if (piece.tag === 'tie') readTie(traits, low, home, homeLeaders);
    const isTiedNext =
      next?.tag === 'tie' &&
      /^(?:backed|led|sponsored|supported|trained|funded|dominated|allied)$/.test(words[next.from]!.low);
    if (piece.tag === 'country') {
      const isOwner = words[piece.to - 1]!.possessive;
      const isLeader = isTiedNext && words[next.from]!.low === 'led';
      if (isLeader) traits.ledBy = piece.country;
      else if (isTiedNext || isOwner || family === 'proxy') sponsorOrPeople(traits, piece.country!, pieces);
      else traits.nation = piece.country;
    }
    if (piece.tag === 'name' && !traits.body) {
      let to = piece.to;
      while (to < chunk.to - 1 && words[to]!.capital && !words[to - 1]!.possessive) to++;
      traits.body = bodyOf(words[piece.from]!.text, textOf(sentence, { from: piece.from, to }));
    }
  });
  const isProxy = family === 'proxy' || pieces.some(({ from }) => words[from]!.low === 'proxy');
  const isPossessed = /^(?:its|their|his|her)$/.test(chunk.determiner ?? '');
  if (isProxy && isPossessed && traits.sponsors.length === 0) {
    const owner = ownerIn(sentence, chunk.from);
    if (owner) traits.sponsors.push(owner);
  }
  const behind = backedBehind(words.slice(chunk.to, chunk.to + 5).map(({ low, text }) => ({ low, text })));
  if (behind) traits.sponsors.push(behind);
  return traits;
}

function sponsorOrPeople(traits: Traits, country: string, pieces: readonly Piece[]): void {
  if (stateless.has(country) && pieces.length > 0) traits.nation = country;
  else traits.sponsors.push(country);
}

/** Whose "its" is: the country named last before it in the sentence, else the first behind it. */
function ownerIn({ words }: Mention['sentence'], before: number): string | null {
  let behind: string | null = null;
  for (let at = before - 1; at >= 0; at--) {
    const country = countryAt(words, at);
    if (country) return country.country;
  }
  for (let at = before; at < words.length && !behind; at++) behind = countryAt(words, at)?.country ?? null;
  return behind;
}

function bodyOf(first: string, name: string): string {
  return bodyNamed(name) ?? bodyNamed(first) ?? name;
}

function readTie(traits: Traits, low: string, home: string | null, homeLeaders: ReadonlySet<string>): void {
  const tie = tiedTo(low);
  if (!tie) return;
  const { how, whom } = tie;
  if (how === 'pro' && (whom === home || homeLeaders.has(whom) || government.test(whom)))
    traits.governmental = true;
  else if (how === 'anti' && (whom === home || homeLeaders.has(whom) || government.test(whom)))
    traits.rebel = true;
  else if (how === 'led' || how === 'dominated') {
    const country = countryNamed(whom)?.country;
    if (country && !stateless.has(country)) traits.ledBy = country;
    else if (country) traits.nation = country;
    else traits.body = bodyNamed(whom.toUpperCase()) ?? whom;
  } else if (how !== 'anti') traits.sponsors.push(whom);
}

function backedBehind(words: readonly { low: string; text: string }[]): string | null {
  const [verb, by, ...rest] = words;
  if (!verb || by?.low !== 'by' || !/^(?:backed|supported|trained|armed|funded|sponsored)$/.test(verb.low))
    return null;
  const name = rest.find(({ low }) => low !== 'the');
  return name ? (countryNamed(name.text)?.country ?? null) : null;
}

/** The country whose own war or quarrel the story tells: it has a government side there, and its own words for army and rule. */
export function homeOf(mentions: readonly Mention[], reads: readonly Read[]): string | null {
  const scores = new Map<string, number>();
  let sides = 0;
  for (const { chunk, sentence, family, nation } of mentions) {
    const lows = sentence.words.slice(chunk.from, chunk.to).map(({ low }) => low);
    const isSide =
      family === 'loyalist' ||
      family === 'rebel' ||
      lows.some((low) => government.test(low) || low === 'rebel');
    if (isSide) sides++;
    const isOwn = family === 'force' || family === 'government' || family === 'rebel';
    if (nation !== null && (isOwn || isSide))
      scores.set(nation, (scores.get(nation) ?? 0) + (isSide ? 2 : 1));
  }
  const best = [...scores].sort((a, b) => b[1] - a[1])[0];
  return best && sides >= reads.length && best[1] >= 2 ? best[0] : null;
}

/** The actor that a group's traits make it one with; `null` when they say too little. */
export function groupKey(traits: Traits, home: string | null, read: number): string | null {
  const { family, nation, sponsors, body, ledBy, governmental, rebel, coalition, plainAlly } = traits;
  const isArmed =
    family === 'force' ||
    family === 'proxy' ||
    family === 'police' ||
    family === 'group' ||
    family === 'loyalist';
  if (body !== null && family !== 'role' && family !== 'people') return `body:${body.toLowerCase()}`;
  if (rebel && (isArmed || family === 'rebel')) return 'side:rebels';
  if (governmental && isArmed) return 'side:government';
  if (ledBy !== null && isArmed) return `led:${ledBy}`;
  if (coalition && nation !== null && nation !== home) return `led:${nation}`;
  if (family === 'government')
    return nation !== null && nation !== home
      ? `country:${nation}`
      : home === null
        ? null
        : 'government:home';
  if (family === 'proxy' && nation === home && home !== null && sponsors.length === 0) return null;
  if (nation !== null && (isArmed || family === 'ministry')) {
    if (nation === home) return family === 'ministry' ? 'government:home' : 'side:government';
    return family === 'proxy' && stateless.has(nation) ? `proxies:${nation}:${read}` : `country:${nation}`;
  }
  if (family === 'proxy' && plainAlly) return null;
  if (sponsors.length > 0 && (isArmed || family === 'jihadist')) return `proxies:${sponsors[0]}:${read}`;
  if (nation !== null && family === 'people') return `people:${nation}`;
  return null;
}
