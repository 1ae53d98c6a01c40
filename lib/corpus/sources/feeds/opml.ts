import { generateOpml, parseOpml } from 'feedsmith';
import { definesEntities } from './entity-definitions';

/** A feed as an OPML file lists it. */
export interface OpmlFeed {
  url: string;
  title: string | null;
  /** Names of the outlines it lies in, outermost first. */
  folder: string[];
}

export type OpmlOutcome =
  | { status: 'read'; feeds: OpmlFeed[]; notTaken: number }
  | { status: 'refused'; because: 'not-opml' | 'entity-definitions' };

interface Outline {
  text?: string;
  title?: string;
  xmlUrl?: string;
  outlines?: Outline[];
}

/** Feeds read of one file, folders within folders, and units of a name. */
const most = { feeds: 2_000, depth: 8, name: 200, url: 2_048 } as const;

/**
 * Reads the feeds of an OPML file with their folders, each address once. `notTaken` counts outlines whose address is none, is
 * not of the web, or stands beyond the two thousandth. Never throws for what the file holds.
 */
export function readOpml(text: string): OpmlOutcome {
  if (definesEntities(text)) return { status: 'refused', because: 'entity-definitions' };
  const outlines = outlinesOf(text);
  if (outlines === null) return { status: 'refused', because: 'not-opml' };
  const feeds = new Map<string, OpmlFeed>();
  let notTaken = 0;
  const waiting: { outline: Outline; folder: string[] }[] = [];
  const put = (list: readonly Outline[], folder: string[]) => {
    for (const outline of [...list].reverse()) waiting.push({ outline, folder });
  };
  put(outlines, []);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { outline, folder } = next;
    const name = nameOf(outline);
    if (outline.xmlUrl !== undefined) {
      const url = webAddress(outline.xmlUrl);
      if (url === null || feeds.size >= most.feeds) notTaken += 1;
      else if (!feeds.has(url)) feeds.set(url, { url, title: name, folder });
    }
    if (outline.outlines && folder.length < most.depth)
      put(outline.outlines, name === null ? folder : [...folder, name]);
  }
  return { status: 'read', feeds: [...feeds.values()], notTaken };
}

function outlinesOf(text: string): Outline[] | null {
  try {
    const { body } = parseOpml<string>(text.replace(/^\uFEFF/, ''));
    return body?.outlines ?? null;
  } catch {
    // It throws for every text that is no OPML.
    return null;
  }
}

function nameOf({ title, text }: Outline): string | null {
  const name = (title ?? text ?? '').replace(/\s+/g, ' ').trim().slice(0, most.name);
  return name === '' ? null : name;
}

function webAddress(address: string): string | null {
  const url = URL.parse(address.trim());
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= most.url ? url.href : null;
}

/** An outline as it is written: a feed, or a folder of outlines. */
interface Written {
  text: string;
  title?: string;
  type?: string;
  xmlUrl?: string;
  outlines?: Written[];
}

/** An OPML file of these feeds, their folders as outlines. */
export function writeOpml(title: string, feeds: readonly OpmlFeed[], created: Date): string {
  const outlines: Written[] = [];
  for (const { url, title: given, folder } of feeds) {
    const name = given ?? url;
    folderAt(outlines, folder).push({ text: name, title: name, type: 'rss', xmlUrl: url });
  }
  return generateOpml({ head: { title, dateCreated: created }, body: { outlines } });
}

/** What lies within the folder of this path, made where it is missing. */
function folderAt(root: Written[], path: readonly string[]): Written[] {
  let list = root;
  for (const name of path) {
    let inner = list.find((outline) => outline.outlines && outline.text === name)?.outlines;
    if (!inner) {
      inner = [];
      list.push({ text: name, outlines: inner });
    }
    list = inner;
  }
  return list;
}
