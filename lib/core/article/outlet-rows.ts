/** One row of `assets/outlets.json`: facts about an outlet, agency or carrier. */
export interface OutletRow {
  name: string;
  /** Absent for publishers. */
  kind?: string | undefined;
  domains?: string[] | undefined;
  aliases?: string[] | undefined;
  owner?: string | undefined;
  /** The name is also an everyday word ("Time", "Metro"): running text needs a strong cue before it means the outlet. */
  commonWord?: boolean | undefined;
}

const CONTROLS = /[\p{Cc}\p{Cf}]/gu;

/**
 * A name as it is compared: compatibility forms and accents undone, lower case, letters and digits only, no leading "the".
 * Letters of other scripts stay what they are, so a Cyrillic look-alike never equals a Latin name.
 */
export function foldName(name: string): string {
  const plain = name
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(CONTROLS, '')
    .toLowerCase()
    .trim()
    .replace(/^the\s+/, '');
  return plain.replace(/[^\p{L}\p{N}+]/gu, '');
}

/** A stated name as it may be shown: no control or direction characters, at most 120 units. */
export function cleanName(name: string): string {
  return name.slice(0, 400).replace(CONTROLS, '').replace(/\s+/g, ' ').trim().slice(0, 120);
}

const LATIN = /\p{Script=Latin}/u;
/** Scripts with letters that read as Latin ones. */
const ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** A name in which a word mixes Latin with letters that only look so has that word in punycode, as browsers show such hosts. */
export function unmixed(name: string): string {
  return name.replace(/[\p{L}\p{N}]+/gu, (word) => {
    if (!LATIN.test(word) || !ALIKE.test(word)) return word;
    const address = `https://${word}.example`;
    return URL.canParse(address) ? new URL(address).hostname.replace(/\.example$/, '') : word;
  });
}
