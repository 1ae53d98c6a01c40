/** Names of persons and bodies in a stretch of a sentence, and which of them is the subject of its verb of saying. */
import { isClosed } from '@/lib/core/text';
import { givenNames } from '../given-names';

const abbreviation =
  'Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Brig|Dr|Mr|Mrs|Ms|Prof|Rev|Hon|Fr|St|Jr|Sr|Supt|Det|Insp';
const particle =
  '(?:al|el|bin|ibn|de la|van der|van den|van de|de|des|du|dos|da|di|del|della|van|von|der|den|la|le|ten|ter|abu)';
const word = `(?:(?:${abbreviation})\\.|(?:\\p{Lu}\\.){1,3}(?!\\p{Ll})|(?:al-|el-|\\p{Lu})[\\p{L}\\p{M}'’-]*)`;
const name = new RegExp(`(?<![\\p{L}\\p{M}])${word}(?:\\s(?:${particle}[\\s-])?${word}){0,6}`, 'gu');

/** The stop behind these ends no sentence. */
export const stopsWithin = new RegExp(`(?:^|[\\s.])(?:\\p{Lu}|${abbreviation})$`, 'u');

/** Words before a name that say what somebody is. */
const office =
  /^(?:President|Premier|Prime|Minister|Deputy|Vice|Chancellor|Foreign|Defense|Defence|Interior|Finance|Secretary|State|General|Major|Lieutenant|Colonel|Captain|Sergeant|Brigadier|Admiral|Commander|Commissioner|Inspector|Superintendent|Detective|Chief|Ambassador|Senator|Governor|Representative|Congressman|Congresswoman|Councilman|Councilwoman|Assemblyman|Assemblywoman|Supervisor|Coordinator|Mayor|Judge|Justice|Attorney|Sheriff|Officer|Professor|Reverend|Pope|Sir|Lord|Spokesman|Spokeswoman|Spokesperson|Director|Chairman|Chairwoman|Speaker|Leader|Majority|Minority|Whip|Analyst|Reporter|Correspondent|CEO|CFO|COO|Head|Founder|Editor)$/u;
/** Words before a name that say whose somebody is. */
const body =
  /^(?:U\.?S\.?|UN|EU|UK|TV|Arab|Army|Navy|Air|Force|Police|Republican|Democratic|Democrat|House|Senate|White|Pentagon|Department|Ministry|Russian|American|British|French|German|Syrian|Turkish|Iranian|Iraqi|Israeli|Chinese|European)$/u;
const abbreviatedOffice = new RegExp(`^(?!St|Jr|Sr)(?:${abbreviation})\\.$`, 'u');
/** "Maryland-based", "President-elect". */
const adjective = /-(?:based|born|bred|led|run|backed|owned|raised|elect|area|trained|funded|affiliated)$/u;
/** "CNN's" before the name of who works there. */
const owner = /(?:['’]s|s['’])$/u;

/** What makes the name behind it part of something else than the subject. */
const preposition =
  /(?:^|\s)(?:in|on|at|of|from|to|for|with|by|about|near|over|after|before|during|against|between|among|into|under|than|like|unlike|via|per|inside|outside|towards?|including|regarding|despite)(?:\s(?:the|a|an|his|her|their|its))?\s$/iu;

export interface Name {
  /** Without titles, owners and words that only open the sentence. */
  name: string;
  start: number;
  end: number;
  /** Where the capitalised run begins that it stands in. */
  runStart: number;
  /** An office stands before it, which takes the preposition before it: "Secretary of State Ann Carter". */
  hasOffice: boolean;
}

/** Names of a stretch, in order. */
export function namesIn(stretch: string): Name[] {
  const found: Name[] = [];
  name.lastIndex = 0;
  for (let match = name.exec(stretch); match; match = name.exec(stretch)) {
    const { 0: run, index } = match;
    const name = withoutTitles(run);
    if (name === null) continue;
    const at = run.lastIndexOf(name);
    found.push({
      name,
      start: index + at,
      end: index + at + name.length,
      runStart: index,
      hasOffice: at > 0 && run.slice(0, at).split(/\s+/).some(isOffice),
    });
  }
  return found;
}

/** The subject of the verb that follows a stretch: the name that nothing but an aside or adverbs part from it; `null` without one. */
export function subjectBefore(stretch: string): string | null {
  const names = namesIn(stretch);
  const at = names.findIndex(
    (one, at) =>
      !isBehindPreposition(stretch, one) &&
      (reachesVerb(stretch.slice(one.end)) || isApposition(stretch, one, names[at - 1])),
  );
  return at < 0 || isOneOfTwo(stretch, names, at) ? null : names[at]!.name;
}

/** The subject of the verb before a stretch (", said Ann Carter of …", ", said the harbour master, Ann Carter"); `null` without one. */
export function subjectBehind(stretch: string): string | null {
  const names = namesIn(stretch);
  const at = names.findIndex((one, at) => {
    if (isBehindPreposition(stretch, one) || belongsToNoun(stretch.slice(one.end))) return false;
    const before = stretch.slice(0, one.runStart);
    return nouns.test(before) || (/\p{Ll},\s$/u.test(before) && !followsOn(one, names[at - 1]));
  });
  return at < 0 || isOneOfTwo(stretch, names, at) ? null : names[at]!.name;
}

/** The subject of a sentence that goes on with a participle: the name it opens with, or the one that another verb of saying follows. */
export function subjectOfSentence(sentence: string, verb: RegExp): string | null {
  if (otherSubject.test(sentence)) return null;
  const subject = namesIn(sentence).find(
    (one) =>
      !isBehindPreposition(sentence, one) &&
      (verb.test(sentence.slice(one.end)) || (one.runStart === 0 && !belongsToNoun(sentence.slice(one.end)))),
  );
  return subject?.name ?? null;
}

/** "The ferry, she said, might …, adding": who speaks is not who the sentence opens with. */
const otherSubject = /,\s(?:he|she|they)\s\p{Ll}+,/u;

/** What may stand between an inverted verb and its name: "Transport Ministry spokeswoman", "the harbour’s master". */
const nouns =
  /^(?!(?:he|she|they|it|we|you|who|that|this)\s)(?:(?!(?:in|on|at|to|for|from|with|by|about)\s)[\p{L}\p{M}\d'’-]{1,30}\s(?:of\s(?:the\s)?)?){0,6}$/u;

/** "said one Carter ally": the name only says whose the ally is. */
function belongsToNoun(rest: string): boolean {
  const noun = /^\s(\p{Ll}[\p{L}’'-]*)/u.exec(rest)?.[1];
  return noun !== undefined && !isClosed(noun) && !/..(?:.ly|ing|ed)$/.test(noun);
}

/** "…, Ann Carter, said": behind the words that say what she is. */
function isApposition(stretch: string, one: Name, previous: Name | undefined): boolean {
  const { runStart, end } = one;
  return stretch.slice(end) === ',' && stretch.endsWith(', ', runStart) && !followsOn(one, previous);
}

/** "Springfield, Ill.": the second names where the first is. */
function followsOn({ runStart }: Name, previous: Name | undefined): boolean {
  return previous !== undefined && previous.end === runStart - 2;
}

/** "Carter and Reed": neither alone is who speaks. */
function isOneOfTwo(stretch: string, names: readonly Name[], at: number): boolean {
  const { runStart, end } = names[at]!;
  const between = at > 0 ? stretch.slice(names[at - 1]!.end, runStart) : '';
  const next = at < names.length - 1 ? stretch.slice(end, names[at + 1]!.runStart) : '';
  return between === ' and ' || next === ' and ';
}

/** What is left of a capitalised run when words that open a sentence, titles, owners and nationalities are taken off; `null` when nothing is. */
export function withoutTitles(run: string): string | null {
  if (/^(?:The\s)?(?:Pentagon|Kremlin|White House|State Department)$/u.test(run)) return run;
  const words = run.replace(/['’]s$/u, '').split(/\s+/);
  while (words.length > 0 && opensOnly(words[0]!)) words.shift();
  const isSurname = words.length > 1 && givenNames.has(words.at(-2)!.toLowerCase());
  const last = words.findLastIndex(
    (word, at) => isTitle(word, at === words.length - 1) && !(isSurname && at === words.length - 1),
  );
  const name = words.slice(last + 1).join(' ');
  return name === '' || noName.test(name) ? null : name;
}

/** An initial alone, or a run that ends in a pronoun: "Suddenly I". */
const noName = /^\p{Lu}\.?$|(?:^|\s)I(?:['’]\p{L}+)?$/u;

function isTitle(word: string, isLast: boolean): boolean {
  return isOffice(word) || body.test(word) || adjective.test(word) || (!isLast && owner.test(word));
}

function isOffice(word: string): boolean {
  return office.test(word) || abbreviatedOffice.test(word);
}

/** "But", "Despite", "Tuesday"; not "Will" and "April", which may be who speaks. */
function opensOnly(word: string): boolean {
  const low = word.toLowerCase().replaceAll('’', "'");
  return isClosed(low) && !givenNames.has(low);
}

/** Whether a preposition stands before a name, be it the capitalised word that opens the sentence ("Unlike Carter"). */
export function isBehindPreposition(stretch: string, { start, runStart, hasOffice }: Name): boolean {
  if (hasOffice) return false;
  return [runStart, start].some((at) => preposition.test(stretch.slice(Math.max(0, at - 24), at)));
}

/** Whether nothing but an aside, adverbs, a day and "of …", within no other comma, stand between a name and the end of the stretch, where its verb is. */
function reachesVerb(rest: string): boolean {
  if (otherSubject.test(rest)) return false;
  const hasAside = /^(?:\s\(|,)/.test(rest);
  const end = Math.max(rest.lastIndexOf(','), rest.lastIndexOf(')'));
  if (hasAside ? end < 2 || /[;:]/.test(rest.slice(0, end)) : /,\s/.test(rest)) return false;
  const words = (hasAside ? rest.slice(end + 1) : rest).split(/\s+/).filter((word) => word !== '');
  return words.every(
    (word, at) =>
      adverb.test(word) || (linkingWord.test(word) ? at < words.length - 1 : /^\p{Lu}/u.test(word) && at > 0),
  );
}

const linkingWord = /^(?:of|from|with|at|on|the)$/;
const adverb =
  /^(?:also|then|later|again|once|has|had|have|now|too|himself|herself|itself|further|recently|today|first|never|often|always|just|even|still|so|\p{Ll}{2,}ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/u;
