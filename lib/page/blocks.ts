import { withoutInvisible } from './clean-text';
import { type Visitor, walkVisible } from './visible-nodes';
import { zone, zonesOf } from './zones';

/** A link inside a block; `start` and `end` are UTF-16 units of the block's text. */
export interface BlockLink {
  start: number;
  end: number;
  element: Element;
}

/** A quotation or embedded post that blocks stand in. */
export interface QuoteFrame {
  kind: 'blockquote' | 'embed';
  element: Element;
}

/** One paragraph, heading, list item or other line of the page as the reader sees it, in the page's own order. */
export interface Block {
  /** White space collapsed; `\n` where the page breaks the line. Never empty. */
  text: string;
  /** The nearest element that starts a line of its own. */
  element: Element;
  tag: string;
  links: BlockLink[];
  /** UTF-16 units of `text` that are link text. */
  linked: number;
  /** Bits of {@link zone}. */
  zones: number;
  frame: QuoteFrame | null;
  /** `false` where the browser says that it is not displayed. */
  shown: boolean;
}

/** The whole page as blocks. `blockOfText[n]` is the block of the n-th text node of the walk, -1 for white space. */
export interface PageBlocks {
  blocks: Block[];
  blockOfText: Int32Array;
  nodes: number;
  /** `false` when a limit stopped the walk. */
  whole: boolean;
}

/** The walk stops there; an article of 30,000 words has about 200,000 units and some thousand nodes. */
export const limits = { nodes: 400_000, units: 12_000_000, blockUnits: 200_000 } as const;

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM FRAME H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

const embedNames =
  /(?:^|[\s_-])(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|reddit-embed-bq|reddit-card|bluesky-embed|mastodon-embed|text-post-media|telegram-post)(?:$|[\s_-])/i;

/** What holds for everything inside the elements open at a moment of the walk. */
interface Context {
  element: Element;
  block: Element;
  /** Zones of `block`; `zones` has those of inline elements within it as well. */
  blockZones: number;
  zones: number;
  frame: QuoteFrame | null;
  link: Element | null;
  pre: boolean;
}

/** Reads the page into blocks, in one pass, changing nothing. */
export function collectBlocks(document: Document): PageBlocks {
  const root = document.querySelector('body') ?? document.documentElement;
  const reader = new BlockReader(root, visibilityOf(document));
  const walked = walkVisible(root, limits.nodes, reader);
  reader.flush();
  return {
    blocks: reader.blocks,
    blockOfText: Int32Array.from(reader.blockOfText),
    nodes: walked.nodes,
    whole: walked.whole && !reader.full,
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

/** The line being put together from inline text, until an element or a double break ends it. */
interface Line {
  text: string;
  context: Context;
  links: BlockLink[];
  byline: number;
}

class BlockReader implements Visitor {
  readonly blocks: Block[] = [];
  readonly blockOfText: number[] = [];
  full = false;
  private readonly stack: Context[] = [];
  private readonly isShown: (element: Element) => boolean;
  private units = 0;
  private line: Line | null = null;
  private linkStart = -1;
  private space = false;
  private breaks = 0;

  constructor(root: Element, isShown: (element: Element) => boolean) {
    this.isShown = isShown;
    this.stack.push({
      element: root,
      block: root,
      blockZones: 0,
      zones: 0,
      frame: null,
      link: null,
      pre: false,
    });
  }

  open(element: Element): void {
    const tag = element.tagName.toUpperCase();
    if (tag === 'BR') {
      this.breaks++;
      return;
    }
    const isBlock = blockTags.has(tag);
    if (isBlock) this.flush();
    if (tag === 'A') this.endLink();
    const outer = this.top();
    const zones = outer.zones | zonesOf(element);
    this.stack.push({
      element,
      block: isBlock ? element : outer.block,
      blockZones: isBlock ? zones : outer.blockZones,
      zones,
      frame: frameOf(element, tag) ?? outer.frame,
      link: tag === 'A' && element.hasAttribute('href') ? element : outer.link,
      pre: outer.pre || tag === 'PRE',
    });
  }

  close(element: Element): void {
    const top = this.top();
    if (top.element !== element || this.stack.length === 1) return;
    if (top.block === element) this.flush();
    else if (top.link === element) this.endLink();
    this.stack.pop();
  }

  /** Text of one node; its white space collapses with that of its neighbours. */
  text(node: Text): void {
    const data = this.full ? '' : node.data;
    if (data.trim() === '') {
      if (data !== '') this.space = true;
      if (this.top().pre && data.includes('\n')) this.breaks++;
      this.blockOfText.push(-1);
      return;
    }
    const clean = withoutInvisible(data);
    if (this.top().pre) {
      clean.split('\n').forEach((line, index) => {
        if (index > 0) this.breaks++;
        this.add(line);
      });
    } else this.add(clean);
    this.blockOfText.push(this.line === null ? -1 : this.blocks.length);
    this.units += data.length;
    if (this.units > limits.units) this.full = true;
  }

  private add(data: string): void {
    const words = data.trim().replace(/\s+/g, ' ');
    if (/^\s/.test(data)) this.space = true;
    if (words === '') return;
    if (this.breaks > 1 || (this.line !== null && this.line.text.length > limits.blockUnits)) this.flush();
    const context = this.top();
    this.line ??= { text: '', context, links: [], byline: 0 };
    if (this.line.text !== '') this.line.text += this.breaks === 1 ? '\n' : this.space ? ' ' : '';
    if (context.link !== null && this.linkStart < 0) this.linkStart = this.line.text.length;
    this.line.text += words;
    this.line.byline |= context.zones & zone.byline;
    this.breaks = 0;
    this.space = /\s$/.test(data);
  }

  private endLink(): void {
    const { link } = this.top();
    if (this.linkStart >= 0 && link !== null && this.line !== null)
      this.line.links.push({ start: this.linkStart, end: this.line.text.length, element: link });
    this.linkStart = -1;
  }

  /** Ends the line under way, if it has any text. */
  flush(): void {
    this.endLink();
    if (this.line !== null) {
      const { text, context, links, byline } = this.line;
      this.blocks.push({
        text,
        element: context.block,
        tag: context.block.tagName.toUpperCase(),
        links,
        linked: links.reduce((sum, link) => sum + link.end - link.start, 0),
        zones: context.blockZones | byline,
        frame: context.frame,
        shown: this.isShown(context.element),
      });
    }
    this.line = null;
    this.space = false;
    this.breaks = 0;
  }

  private top(): Context {
    return this.stack[this.stack.length - 1]!;
  }
}

/** A new frame where a block quote or an embedded post begins. */
function frameOf(element: Element, tag: string): QuoteFrame | null {
  if (tag !== 'BLOCKQUOTE' && tag !== 'DIV' && tag !== 'Q') return null;
  const names = element.getAttribute('class');
  if (names !== null && embedNames.test(names.slice(0, 200))) return { kind: 'embed', element };
  return tag === 'BLOCKQUOTE' ? { kind: 'blockquote', element } : null;
}
