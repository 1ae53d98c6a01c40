/**
 * Words that tell no story. English ones are listed. Of other languages no list is kept: there, short words that are no names
 * tell nothing, as articles, prepositions and particles are short in all of them, and what is lost with them is made up for by
 * longer words. Without this two texts of one language, in a library that has few others of it, were told as one event for
 * their articles and prepositions alone.
 */
import { hashWord, type Tokens } from '@/lib/core/text';
import { NumberTable } from './number-table';
import { stopWords } from './stop-words';

const stopHashes = new NumberTable(stopWords.size);
for (const word of stopWords) stopHashes.set(hashWord(word), 1);

/** Whether the word of a hash is a listed one. */
export function isStop(hash: number): boolean {
  return stopHashes.get(hash) > 0;
}

/** Words of a text by which its language is told, and how many there must be. */
const looked = 1_000;
const fewest = 40;
/** English news has two listed words in five; other languages one in twenty by chance. */
const leastOfEnglish = 0.2;

/** Whether a text, by its words, is in another language than English. Of a few words that is not said. */
export function isOtherLanguage({ hashes }: Tokens): boolean {
  const last = Math.min(hashes.length, looked);
  if (last < fewest) return false;
  let listed = 0;
  for (let i = 0; i < last; i++) if (isStop(hashes[i]!)) listed++;
  return listed < last * leastOfEnglish;
}

/** By script: alphabets with capitals; kana; scripts that write no or few vowels, or join syllables. Han signs are words by themselves. */
const short =
  /^(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}’']{1,5}|[\p{Script=Hiragana}ー]{1,4}|(?:(?!\p{Script=Han}|\p{Script=Katakana})[\p{L}\p{M}]){1,3}|\d{1,3})$/u;

/** Whether a printed word is so short that in most languages it may be a function word. */
export function isShort(printed: string): boolean {
  return short.test(printed);
}
