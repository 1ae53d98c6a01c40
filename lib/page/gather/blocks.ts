import { withoutInvisible } from '@/lib/page/gathered';
import { type Visitor, walkVisible } from '@/lib/page/visible-nodes';
import { type Block, type Context, type Frame, LineWriter } from './line-writer';
import { zoneReader } from './zones-of';

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
const limits = { nodes: 200_000, units: 12_000_000 } as const;

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

const embedNames =
  /(?:^|[\s_-])(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-post|reddit-(?:embed-bq|card)|(?:bluesky|mastodon)-embed|text-post-media|telegram-post)(?:$|[\s_-])/i;

/**
 * Reads the page into blocks, in one pass, changing nothing; see {@link walkVisible} for its steps, and for `shadowOf`, without
 * which only the document's own tree is read.
 */
export function* collectBlocks(
  document: Document,
  shadowOf?: Visitor['shadowOf'],
): Generator<void, PageBlocks> {
  const root = document.querySelector('body') ?? document.documentElement;
  const lines = new LineWriter(visibilityOf(document));
  const { blocks } = lines;
  const inside = contextReader();
  const blockOf = new Map<Text, number>();
  const outer: Context[] = [];
  let top: Context = outermost(root);
  let units = 0;
  let depth = 0;

  const walked = yield* walkVisible(root, limits.nodes, {
    text(node) {
      const data = units > limits.units ? '' : node.data;
      if (data.trim() === '') {
        if (data !== '') lines.space();
        if (top.pre && data.includes('\n')) lines.break();
        return;
      }
      units += data.length;
      const rows = top.pre ? withoutInvisible(data).split('\n') : [withoutInvisible(data)];
      rows.forEach((row, n) => {
        if (n > 0) lines.break();
        lines.add(row, top);
      });
      if (lines.isOpen) blockOf.set(node, blocks.length);
    },
    open(element) {
      const tag = element.tagName.toUpperCase();
      if (tag === 'BR') return lines.break();
      if (blockTags.has(tag)) lines.end();
      if (tag === 'A') lines.endLink();
      depth = Math.max(depth, outer.push(top));
      top = inside(top, element, tag);
    },
    close(element) {
      if (top.element !== element) return;
      if (top.block === element) lines.end();
      else if (top.link === element) lines.endLink();
      top = outer.pop() ?? top;
    },
    ...(shadowOf && { shadowOf }),
  });
  lines.end();
  // A page that displays no text at all is not laid out yet, or waits for a script; then its layout says nothing.
  if (!blocks.some(({ shown }) => shown)) for (const block of blocks) block.shown = true;
  return { blocks, blockOf, nodes: walked.nodes, depth, whole: walked.whole && units <= limits.units };
}

/** What holds within the root before the walk opens it. */
function outermost(root: Element): Context {
  return { element: root, block: root, blockZones: 0, zones: 0, frame: null, link: null, pre: false };
}

/** What holds within an element, by what holds around it. */
function contextReader(): (around: Context, element: Element, tag: string) => Context {
  const zonesOf = zoneReader();
  return (around, element, tag) => {
    const isBlock = blockTags.has(tag);
    const zones = around.zones | zonesOf(element, tag);
    return {
      element,
      block: isBlock ? element : around.block,
      blockZones: isBlock ? zones : around.blockZones,
      zones,
      frame: frameOf(element, tag) ?? around.frame,
      link: tag === 'A' && element.hasAttribute('href') ? element : around.link,
      pre: around.pre || tag === 'PRE',
    };
  };
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
