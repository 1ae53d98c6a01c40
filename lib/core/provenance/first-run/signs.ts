/**
 * Signs of direction between copies of one text: what they credit, which holds all of another and more, whose wording the others
 * agree with, their dates, and when they were seen here. Each alone can mislead; a reader sees where they disagree.
 */
import { isNamedOutlet } from '@/lib/core/article';
import type { TextMatch } from '@/lib/core/matching/types';
import { creditedSource } from '../anatomy/whole-credit';
import type { Credit, DirectionSign } from '../types';
import { type Copy, heldAsCopy, pageAsCopy, type ReadPage, wholeCopies } from './copies';
import { earliestByDates, firstSeenHere } from './earliest';

/** From this share of a text on, it stands whole in the other. */
const all = 0.97;
/** Up to this share, the other has clearly more. */
const part = 0.85;
/** Share of reworded words that makes two copies different versions (as for an edited reprint). */
const rewordedShare = 0.03;
const mostSigns = 8;

/** All signs, each outlet once for each kind of sign. */
export function directionSigns(page: ReadPage, matches: readonly TextMatch[], now: Date): DirectionSign[] {
  const here = pageAsCopy(page, now);
  const whole = wholeCopies(matches);
  const copies = [here, ...whole.map(({ article }) => heldAsCopy(article, now))];
  const earliest = earliestByDates(copies);
  const seen = firstSeenHere(copies);
  const signs: DirectionSign[] = [
    ...creditSigns(copies),
    ...matches.flatMap((match) => containmentSign(match, here, now)),
    ...editsSign(whole, here),
    ...('copy' in earliest ? [sign('dates', earliest.copy)] : []),
    ...(seen ? [sign('first-seen', seen)] : []),
  ];
  const isFirst = ({ by, outlet }: DirectionSign, at: number) =>
    signs.findIndex((other) => other.by === by && other.outlet === outlet) === at;
  return signs.filter(isFirst).slice(0, mostSigns);
}

function sign(by: DirectionSign['by'], { outlet, id }: Copy): DirectionSign {
  return { by, outlet, articleId: id };
}

/** Outlets that copies credit, each once, with its own copy where one is held. */
function creditSigns(copies: readonly Copy[]): DirectionSign[] {
  const credits = new Map<string, Credit>();
  for (const copy of copies) {
    const credit = creditedSource(copy.credits);
    if (credit?.outlet && credit.outlet !== copy.outlet) credits.set(credit.outlet, credit);
  }
  return [...credits].map(([outlet, credit]) => {
    const held = copies.find(({ identity }) =>
      isNamedOutlet(credit, { outlet: identity?.name ?? null, url: null }),
    );
    return { by: 'credit', outlet, articleId: held?.id ?? null };
  });
}

/** Between two texts held in full: the one that has all of the other and more is nearer to the origin than its shortened copy. */
function containmentSign(match: TextMatch, here: Copy, now: Date): DirectionSign[] {
  const { article, coverage, relation } = match;
  if (relation === 'shared-quotation' || article.completeness !== 'full') return [];
  if (coverage.there >= all && coverage.here <= part) return [sign('containment', here)];
  if (coverage.here >= all && coverage.there <= part) return [sign('containment', heldAsCopy(article, now))];
  return [];
}

/** Where one copy differs in wording and the others agree with this page, this page has the wording they all go back to. */
function editsSign(whole: readonly TextMatch[], here: Copy): DirectionSign[] {
  const reworded = ({ passages, wordsShared }: TextMatch) =>
    passages.reduce((sum, { kind, words }) => sum + (kind === 'edited' ? words : 0), 0) /
    Math.max(1, wordsShared);
  const shares = whole.map(reworded);
  const agree = shares.filter((share) => share === 0).length;
  const differ = shares.filter((share) => share > rewordedShare).length;
  return agree >= 1 && differ >= 1 ? [sign('edits', here)] : [];
}
