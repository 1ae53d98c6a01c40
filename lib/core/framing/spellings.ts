/**
 * Spellings of one name. Names carried over from other scripts differ in vowels, doubled letters and articles
 * (ez-Zor, Ezzor, el-Zour; Kholeh, Khawla): what is left without them is the name's skeleton.
 */

const article = /^(?:al|el|ez|es|er|ed|en|an|as|ad|ar|az|at|ash|esh|ul|ut|us)-(?=\p{L})/u;
/** "Ezzor", "Assad" stay apart: an article written into its word doubles the letter it meets, before z only rarely otherwise. */
const melted = /^e(?=zz)/;

/** A name's consonants, word by word; articles, vowels, "w", "y", "h" and doubled letters dropped. Folded. */
export function skeleton(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .split(/\s+/)
    .map((word) => word.replace(article, '').replace(melted, ''))
    .filter((word) => word !== '' && !/^(?:al|el|ez)$/.test(word))
    .map(consonants)
    .join(' ');
}

function consonants(word: string): string {
  const hard = word
    .replace(/ph/g, 'f')
    .replace(/(?:kh|q|ck|c(?![ieh]))/g, 'k')
    .replace(/dh/g, 'd')
    .replace(/gh/g, 'g')
    .replace(/-/g, '');
  return hard.replace(/[aeiouwyh]/g, '').replace(/(\p{L})\1+/gu, '$1');
}

/** Marks of a name carried over from Arabic and its neighbours. */
const carriedOver =
  /(?:^|[\s-])(?:al|el|ez|es|ash|abu|abd|bin|ibn|umm|deir|dayr|jabal|tal|tell|ain|beit|hayat|jaysh|jaish)(?:[\s-]|$)|kh|dh|gh|q(?!u)|zz|aa|’|'/iu;

/** Fewest consonants of a skeleton that says anything. */
const fewest = 3;

/** Whether two names are spellings of one: equal skeletons, and at least one of them looks carried over from another script. */
export function isSpelling(a: string, b: string): boolean {
  if (a.length > 60 || b.length > 60) return false;
  const bones = skeleton(a);
  if (bones.replaceAll(' ', '').length < fewest || bones !== skeleton(b)) return false;
  return carriedOver.test(a) || carriedOver.test(b) || closeTo(a.toLowerCase(), b.toLowerCase());
}

/** Long names that differ in one letter (Hizbollah, Hezbollah). */
function closeTo(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 7 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
