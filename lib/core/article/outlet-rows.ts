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

const controls = /[\p{Cc}\p{Cf}]/gu;
/** Nearly all names and hosts. The first use of a pattern that knows all of Unicode takes a millisecond, which plain names do without. */
const plain = /^[ -~]*$/;

/** Whether a name has nothing but printable ASCII in it. */
export function isPlain(name: string): boolean {
  return plain.test(name);
}

/**
 * A name as it is compared: compatibility forms and accents undone, lower case, letters and digits only, no leading "the".
 * Letters of other scripts stay what they are, so a Cyrillic look-alike never equals a Latin name.
 */
export function foldName(name: string): string {
  const looked = name.slice(0, 200);
  if (isPlain(looked))
    return looked
      .toLowerCase()
      .trim()
      .replace(/^the\s+/, '')
      .replace(/[^a-z0-9+]/g, '');
  const plain = looked
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(controls, '')
    .toLowerCase()
    .trim()
    .replace(/^the\s+/, '');
  return plain.replace(/[^\p{L}\p{N}+]/gu, '');
}

/** A stated name as it may be shown: no control or direction characters, at most 120 units. */
export function cleanName(name: string): string {
  const looked = name.slice(0, 400);
  return (isPlain(looked) ? looked : looked.replace(controls, '')).replace(/\s+/g, ' ').trim().slice(0, 120);
}

const latin = /\p{Script=Latin}/u;
/** Scripts with letters that read as Latin ones. */
const alike = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** A name in which a word mixes Latin with letters that only look so has that word in punycode, as browsers show such hosts. */
export function unmixed(name: string): string {
  if (isPlain(name)) return name;
  return name.replace(/[\p{L}\p{N}]+/gu, (word) => {
    if (!latin.test(word) || !alike.test(word)) return word;
    const address = `https://${word}.example`;
    return URL.canParse(address) ? new URL(address).hostname.replace(/\.example$/, '') : word;
  });
}
