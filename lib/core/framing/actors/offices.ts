/**
 * Offices without a name ("the president", "a Russian general"): whom the story gives them to, by what stands before the
 * persons' names and beside them.
 */
import type { Mention } from './mentions';
import type { Person } from './persons';
import { isQualifier, isTitle } from './titles';

/** Offices that stand for each other when a text varies its words. */
const kin: Readonly<Record<string, string>> = {
  dictator: 'head',
  leader: 'head',
  ruler: 'head',
  strongman: 'head',
  president: 'head',
  premier: 'head',
  chancellor: 'head',
  minister: 'head',
  king: 'head',
  director: 'chief',
  boss: 'chief',
  chief: 'chief',
  general: 'officer',
  commander: 'officer',
  colonel: 'officer',
  candidate: 'runner',
  nominee: 'runner',
};
/** Sentences back that an office without a country is taken to speak of who was named last. */
const reach = 12;

export function resolveOffices(
  mentions: readonly Mention[],
  persons: readonly Person[],
  keys: Map<Mention, string>,
): void {
  const byKey = new Map(persons.map((person) => [person.key, person]));
  appositions(mentions, byKey, keys);
  let read = -1;
  const here = new Map<Person, number>();
  const inArticle = articlesOf(mentions, byKey, keys);
  for (const mention of mentions) {
    if (mention.read !== read) here.clear();
    read = mention.read;
    const key = keys.get(mention);
    const known = key === undefined ? undefined : byKey.get(key);
    if (known) here.set(known, mention.line);
    if (known || mention.kind !== 'role') continue;
    const person = holder(mention, inArticle.get(read) ?? [], here);
    if (person) {
      keys.set(mention, person.key);
      here.set(person, mention.line);
    }
  }
}

function articlesOf(
  mentions: readonly Mention[],
  byKey: ReadonlyMap<string, Person>,
  keys: ReadonlyMap<Mention, string>,
): Map<number, Person[]> {
  const found = new Map<number, Set<Person>>();
  for (const mention of mentions) {
    const person = byKey.get(keys.get(mention) ?? '');
    if (!person) continue;
    const list = found.get(mention.read) ?? new Set();
    found.set(mention.read, list.add(person));
  }
  return new Map([...found].map(([read, list]) => [read, [...list]]));
}

/** Who of the article's persons holds the office that is named: by the office itself and its country, else by its kin. */
function holder(
  { roles, nation, chunk, line }: Mention,
  persons: readonly Person[],
  here: ReadonlyMap<Person, number>,
): Person | null {
  const role = roles.findLast((one) => !isQualifier(one)) ?? '';
  const isDefinite = chunk.determiner === 'the' || (chunk.determiner === null && nation !== null);
  const isOne = chunk.determiner === 'a' && nation !== null;
  if (role === '' || !(isDefinite || isOne) || isTitle(role)) return null;
  const fits = (isKin: boolean) =>
    persons.filter(
      (person) =>
        person.offices.some(
          (office) =>
            (office.role === role ||
              (isKin && kin[office.role] !== undefined && kin[office.role] === kin[role])) &&
            (nation === null || office.nation === null || office.nation === nation),
        ) &&
        (nation === null ||
          person.offices.some((office) => office.nation === nation) ||
          person.offices.every((office) => office.nation === null)),
    );
  const exact = fits(false);
  const wide = exact.length > 0 ? exact : fits(true);
  const sure = nation === null ? wide : preferNation(wide, nation);
  if (isOne)
    return exact.length === 1 && exact[0]!.offices.some((office) => office.nation === nation)
      ? exact[0]!
      : null;
  if (sure.length <= 1) return sure[0] ?? null;
  const near = sure.filter((person) => line - (here.get(person) ?? Number.NEGATIVE_INFINITY) <= reach);
  return near.sort((a, b) => here.get(b)! - here.get(a)!)[0] ?? null;
}

function preferNation(persons: readonly Person[], nation: string): Person[] {
  const stated = persons.filter((person) => person.offices.some((office) => office.nation === nation));
  return stated.length > 0 ? stated : [...persons];
}

/** "A Russian general, Valery Asapov" and "Kim Jong Un, the North Korean leader": the office is the person's. */
function appositions(
  mentions: readonly Mention[],
  byKey: ReadonlyMap<string, Person>,
  keys: Map<Mention, string>,
): void {
  for (let at = 1; at < mentions.length; at++) {
    const [before, after] = [mentions[at - 1]!, mentions[at]!];
    if (before.sentence !== after.sentence || before.chunk === after.chunk) continue;
    const role = before.kind === 'role' ? before : after.kind === 'role' ? after : null;
    const name = role === before ? after : before;
    if (!role || name.kind !== 'name') continue;
    const person = byKey.get(keys.get(name) ?? '');
    const { words } = before.sentence;
    const gap = after.chunk.from - before.chunk.to;
    const isDetermined = gap === 1 && after.chunk.determiner !== null;
    const comma = words[after.chunk.from - gap]!.start - words[before.chunk.to - 1]!.end === 2;
    if (!person || !comma || !(gap === 0 || isDetermined)) continue;
    if (keys.has(role)) continue;
    const office = role.roles.findLast((one) => !isQualifier(one) && !isTitle(one));
    if (office === undefined) continue;
    addOffice(person, office, role.nation);
    keys.set(role, person.key);
  }
}

/** Notes an office of a person, once. */
export function addOffice(person: Person, role: string, nation: string | null): void {
  if (!person.offices.some((office) => office.role === role && office.nation === nation))
    person.offices.push({ role, nation });
}
