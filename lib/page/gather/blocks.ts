import { withoutInvisible, zone } from '@/lib/page/gathered';
import { type Visitor, walkVisible } from '@/lib/page/visible-nodes';
import { zoneReader } from './zones-of';

/** A quotation or embedded post that blocks stand in. */
export interface Frame {
  kind: 'blockquote' | 'embed';
  element: Element;
}

/** One line of the page with its elements, in the page's own order. See `GatheredBlock` for the fields of the same name. */
export interface Block {
  text: string;
  /** The nearest element that starts a line of its own. */
  element: Element;
  tag: string;
  links: { start: number; end: number; href: string }[];
  linked: number;
  zones: number;
  frame: Frame | null;
  /** `false` where the browser says that it is not displayed. */
  shown: boolean;
}

/** The whole page as blocks. */
export interface PageBlocks {
  blocks: Block[];
  /** Index of the block that each text node, white space apart, stands in. */
  blockOf: Map<Text, number>;
  nodes: number;
  /** Elements within each other, at the deepest. */
  depth: number;
  /** `false` when a limit stopped the walk. */
  whole: boolean;
}

/** The walk stops there; an article of 30,000 words has about 200,000 units and some thousand nodes. */
const limits = { nodes: 200_000, units: 12_000_000, blockUnits: 200_000, href: 1_000 } as const;

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

const embedNames =
  /(?:^|[\s_-])(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-post|reddit-(?:embed-bq|card)|(?:bluesky|mastodon)-embed|text-post-media|telegram-post)(?:$|[\s_-])/i;

/** What holds for everything inside the elements open at a moment of the walk. */
interface Context {
  element: Element;
  block: Element;
  /** Zones of `block`; `zones` has those of inline elements within it as well. */
  blockZones: number;
  zones: number;
  frame: Frame | null;
  link: Element | null;
  pre: boolean;
}

/** The line being put together from inline text, until an element or a double break ends it. */
interface Line {
  text: string;
  context: Context;
  links: Block['links'];
  linked: number;
  byline: number;
}

/**
 * Reads the page into blocks, in one pass, changing nothing; see {@link walkVisible} for its steps, and for `shadowOf`, without
 * which only the document's own tree is read.
 */
export function* collectBlocks(
  document: Document,
  shadowOf?: Visitor['shadowOf'],
): Generator<void, PageBlocks> {
  const root = document.querySelector('body') ?? document.documentElement;
  const isShown = visibilityOf(document);
  const zonesOf = zoneReader();
  const blocks: Block[] = [];
  const blockOf = new Map<Text, number>();
  let top: Context = {
    element: root,
    block: root,
    blockZones: 0,
    zones: 0,
    frame: null,
    link: null,
    pre: false,
  };
  const outer: Context[] = [];
  let units = 0;
  let depth = 0;
  let line: Line | null = null;
  let linkStart = -1;
  let space = false;
  let breaks = 0;

  const endLink = () => {
    if (linkStart >= 0 && line !== null) {
      const href = top.link?.getAttribute('href') ?? '';
      const end = line.text.length;
      line.linked += end - linkStart;
      if (href.length <= limits.href) line.links.push({ start: linkStart, end, href });
    }
    linkStart = -1;
  };
  const flush = () => {
    endLink();
    if (line !== null) {
      const { text, context, links, linked, byline } = line;
      const { block: element, frame } = context;
      const tag = element.tagName.toUpperCase();
      const shown = isShown(context.element);
      blocks.push({ text, element, tag, links, linked, zones: context.blockZones | byline, frame, shown });
    }
    line = null;
    space = false;
    breaks = 0;
  };
  const add = (data: string) => {
    const words = data.trim().replace(/\s+/g, ' ');
    if (/^\s/.test(data)) space = true;
    if (words === '') return;
    if (breaks > 1 || (line !== null && line.text.length > limits.blockUnits)) flush();
    line ??= { text: '', context: top, links: [], linked: 0, byline: 0 };
    if (line.text !== '') line.text += breaks === 1 ? '\n' : space ? ' ' : '';
    if (top.link !== null && linkStart < 0) linkStart = line.text.length;
    line.text += words;
    line.byline |= top.zones & zone.byline;
    breaks = 0;
    space = /\s$/.test(data);
  };

  const walked = yield* walkVisible(root, limits.nodes, {
    text(node) {
      const data = units > limits.units ? '' : node.data;
      if (data.trim() === '') {
        if (data !== '') space = true;
        if (top.pre && data.includes('\n')) breaks++;
        return;
      }
      units += data.length;
      const lines = top.pre ? withoutInvisible(data).split('\n') : [withoutInvisible(data)];
      lines.forEach((words, n) => {
        if (n > 0) breaks++;
        add(words);
      });
      if (line !== null) blockOf.set(node, blocks.length);
    },
    open(element) {
      const tag = element.tagName.toUpperCase();
      if (tag === 'BR') {
        breaks++;
        return;
      }
      const isBlock = blockTags.has(tag);
      if (isBlock) flush();
      if (tag === 'A') endLink();
      const zones = top.zones | zonesOf(element, tag);
      depth = Math.max(depth, outer.push(top));
      top = {
        element,
        block: isBlock ? element : top.block,
        blockZones: isBlock ? zones : top.blockZones,
        zones,
        frame: frameOf(element, tag) ?? top.frame,
        link: tag === 'A' && element.hasAttribute('href') ? element : top.link,
        pre: top.pre || tag === 'PRE',
      };
    },
    close(element) {
      if (top.element !== element) return;
      if (top.block === element) flush();
      else if (top.link === element) endLink();
      top = outer.pop() ?? top;
    },
    ...(shadowOf && { shadowOf }),
  });
  flush();
  // A page that displays no text at all is not laid out yet, or waits for a script; then its layout says nothing.
  if (!blocks.some(({ shown }) => shown)) for (const block of blocks) block.shown = true;
  return { blocks, blockOf, nodes: walked.nodes, depth, whole: walked.whole && units <= limits.units };
}

/**
 * Whether the browser displays an element. `checkVisibility` is false for `display: contents` too, which shows its children;
 * there the parent decides. Without a layout (a parsed file) everything that markup does not hide counts as shown.
 */
function visibilityOf(document: Document): (element: Element) => boolean {
  const view = document.defaultView;
  if (!view || typeof document.documentElement.checkVisibility !== 'function') return () => true;
  return (element) => {
    let at: Element | null = element;
    while (at !== null && !at.checkVisibility()) {
      if (view.getComputedStyle(at).display !== 'contents') return false;
      at = at.parentElement;
    }
    return true;
  };
}

/** A new frame where a block quote or an embedded post begins. */
function frameOf(element: Element, tag: string): Frame | null {
  if (tag !== 'BLOCKQUOTE' && tag !== 'DIV') return null;
  const names = element.getAttribute('class');
  if (names !== null && embedNames.test(names.slice(0, 200))) return { kind: 'embed', element };
  return tag === 'BLOCKQUOTE' ? { kind: 'blockquote', element } : null;
}
