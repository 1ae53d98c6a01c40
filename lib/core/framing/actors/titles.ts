import heads from '@/assets/framing/heads.json';
import { familyOf } from './heads';

const titles = new Set(heads.title);
const qualifiers = new Set(heads.qualifier);
const modifiers = new Set(heads.modifier);

/** "Mr", "Gen.": stands before a person's name and is none. */
export function isTitle(low: string): boolean {
  return titles.has(low.replace(/\.$/, ''));
}

/** What may stand before a role or between titles ("former", "deputy", "Republican"). */
export function isQualifier(low: string): boolean {
  return qualifiers.has(low) || low.startsWith('then-') || low.startsWith('ex-');
}

/** A title, an office or a word that goes before one. */
export function isOffice(low: string): boolean {
  return isTitle(low) || isQualifier(low) || familyOf(low) === 'role';
}

/** Small words that stand between an article and a noun of an actor ("armed", "foreign"). */
export function isModifier(low: string): boolean {
  return modifiers.has(low) || isQualifier(low);
}
