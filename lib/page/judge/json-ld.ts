import { oneLine } from '@/lib/page/gathered';

/** What a page's JSON-LD says of the article; strings as stated, single line, capped. */
export interface LinkedData {
  headline: string | null;
  datePublished: string | null;
  dateModified: string | null;
  author: string | null;
  publisher: string | null;
  isBasedOn: string | null;
  creditText: string | null;
  copyrightHolder: string | null;
  url: string | null;
  language: string | null;
  /** `isAccessibleForFree`, of the article or of one of its parts. */
  free: boolean | null;
  /** Words of the whole article, where it is stated. */
  wordCount: number | null;
}

type Json = { [key: string]: unknown };

/** Bounds on hostile or generated data. */
const bounds = { things: 500, depth: 6, line: 500 } as const;

const articleType =
  /(?:^|\/|:)(?:(?:News|Opinion|Analysis|Background|Reportage|Review|Satirical|AdvertiserContent|AskPublicNews|Tech|Scholarly|MedicalScholarly)?(?:News)?Article|Report|BlogPosting|LiveBlogPosting)$/;

/** Reads a page's JSON-LD; broken JSON is mended where that is plain, else left out. */
export function readLinkedData(sources: readonly string[]): LinkedData {
  const things: Json[] = [];
  for (const source of sources) collectThings(parseTolerantly(source), things, 0);
  return fromThings(things);
}

/** JSON as pages really print it: wrapped in comments or CDATA, with raw line breaks in strings, with a comma too many. */
export function parseTolerantly(source: string): unknown {
  const trimmed = source
    .replace(/^\s*(?:<!--|<!\[CDATA\[|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|\]\]>|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/, '')
    .replace(/;\s*$/, '');
  for (const mend of mendings) {
    try {
      return JSON.parse(mend(trimmed));
    } catch {
      // The next, stronger mending may make it readable; if none does, the page's claim is left out.
    }
  }
  return null;
}

/** Control characters, line breaks among them, which JSON forbids inside its strings and many pages print there. */
const control = /\p{Cc}/gu;

const mendings: readonly ((json: string) => string)[] = [
  (json) => json,
  (json) => json.replace(control, ' '),
  (json) => json.replace(control, ' ').replace(/,(\s{0,200}[}\]])/g, '$1'),
];

function collectThings(value: unknown, things: Json[], depth: number): void {
  if (things.length >= bounds.things || depth > bounds.depth) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, bounds.things)) collectThings(item, things, depth + 1);
  } else if (isThing(value)) {
    things.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item'])
      if (key in value) collectThings(value[key], things, depth + 1);
  }
}

function fromThings(things: Json[]): LinkedData {
  const article = things.find((thing) => typesOf(thing).some((type) => articleType.test(type))) ?? null;
  const page = article ?? things.find((thing) => typesOf(thing).includes('WebPage')) ?? null;
  const byId = (value: unknown): unknown => {
    if (!isThing(value) || Object.keys(value).length > 1 || typeof value['@id'] !== 'string') return value;
    return (
      things.find((thing) => thing !== value && thing['@id'] === value['@id'] && 'name' in thing) ?? value
    );
  };
  const of = (key: string) => (page === null ? undefined : page[key]);
  const parts = things.filter((thing) => thing === page || typesOf(thing).includes('WebPageElement'));
  return {
    headline: line(article?.headline ?? article?.name),
    datePublished: line(of('datePublished')),
    dateModified: line(of('dateModified')),
    author: names(article?.author, byId),
    publisher: names(of('publisher'), byId),
    isBasedOn: address(of('isBasedOn') ?? of('isBasedOnUrl')),
    creditText: line(of('creditText')),
    copyrightHolder: names(of('copyrightHolder'), byId),
    url: address(article?.url ?? article?.mainEntityOfPage),
    language: line(of('inLanguage')),
    free: freeOf(parts),
    wordCount: count(article?.wordCount),
  };
}

function freeOf(parts: Json[]): boolean | null {
  const said = parts
    .map((part) => part.isAccessibleForFree)
    .filter((value) => value !== undefined && value !== null);
  if (said.length === 0) return null;
  return !said.some((value) => value === false || /^(?:false|no)$|\/False$/i.test(String(value)));
}

function count(value: unknown): number | null {
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : null;
}

/** A name, or the names of several, joined by commas. */
function names(value: unknown, byId: (value: unknown) => unknown): string | null {
  const all = (Array.isArray(value) ? value.slice(0, 10) : [value])
    .map(byId)
    .map((one) => (isThing(one) ? line(one.name) : line(one)))
    .filter((name): name is string => name !== null && !/^https?:/.test(name));
  return all.length === 0 ? null : oneLine(all.join(', '), bounds.line);
}

function address(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return isThing(one) ? (line(one.url) ?? line(one['@id']) ?? line(one.name)) : line(one);
}

function line(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? oneLine(decodeEntities(one), bounds.line) : null;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

/** Script text is not entity-decoded by the parser, yet many pages print `&amp;` there. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function typesOf(thing: Json): string[] {
  const type = thing['@type'];
  return (Array.isArray(type) ? type : [type]).filter((one): one is string => typeof one === 'string');
}

function isThing(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
