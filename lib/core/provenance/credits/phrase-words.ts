/** The words by which a phrase is found: what a text must have in it to be worth trying a phrase on. */

const word = /[\p{L}\p{N}]+|©/u;
const everyWord = new RegExp(word, 'gu');

/** Words too common to tell anything. */
const common = new Set(
  'a an the this that our is was are were has have been had by from of on in at for to with via and or as more read see up it you can may be not story report part the article post'.split(
    ' ',
  ),
);

/** Words of each part that a phrase cannot do without, the parts with the least common words first. @param parts as `partsOf` gives them */
export function neededWords(parts: readonly string[]): string[][] {
  const required = parts
    .filter((part) => !/^[[^$]|^\{/.test(part))
    .map(tellingWords)
    .filter((words) => words.every((word) => word !== ''));
  const commonest = (words: string[]) => words.filter((word) => common.has(word)).length / words.length;
  return required.sort((a, b) => commonest(a) - commonest(b));
}

/** Marks that a phrase cannot do without: of "( source : {outlet}" the bracket and the colon. @param parts as `partsOf` gives them */
export function neededMarks(parts: readonly string[]): string[] {
  return parts.flatMap((part) => mark.exec(part)?.[1] ?? []);
}

/** A part that is one mark, written with a stroke before it where it means something else to phrases. */
const mark = /^\\?([():,;])$/u;

/** First words of the parts that a phrase may begin with; none if that may be a name. */
export function openingWords(say: string): string[] {
  const first: string[] = [];
  for (const part of partsOf(say.slice(1).trim())) {
    const words = alternatives(part.replace(/^\[|\]$/g, '')).map(
      (choice) => word.exec(choice.toLowerCase())?.[0],
    );
    if (part.includes('{')) return [];
    for (const word of words) if (word !== undefined) first.push(word);
    if (!part.startsWith('[')) return words.includes(undefined) ? [] : [...new Set(first)];
  }
  return [];
}

/** Parts read already: most phrases have "{this} {piece}" in them. */
const told = new Map<string, string[]>();

/** The longest word of each alternative of a part; `©` counts as one. */
function tellingWords(part: string): string[] {
  let words = told.get(part);
  if (!words) {
    words = [...new Set(alternatives(part).map(longestWord))];
    told.set(part, words);
  }
  return words;
}

function longestWord(choice: string): string {
  const words = choice.toLowerCase().match(everyWord) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** A phrase's parts at its top level: words, groups with their brackets, marks. */
export function partsOf(say: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < say.length; at++) {
    const char = say[at];
    if (char === '\\') at++;
    else if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth--;
    else if (char === ' ' && depth === 0) {
      parts.push(say.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(say.slice(from));
  return parts.filter((part) => part !== '');
}

/** Alternatives of a group: what they may lack taken out, nested groups flattened into them. */
function alternatives(part: string): string[] {
  return part
    .replace(/\[[^\]]*\]|\{\w+\}/g, ' ')
    .replace(/^\(|\)$/g, '')
    .split('|')
    .map((choice) => choice.replace(/[()\\]/g, ' ').trim());
}
