import { zone } from '@/lib/page/gathered';

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

/** What holds for everything inside the elements open at a moment of the walk. */
export interface Context {
  element: Element;
  block: Element;
  /** Zones of `block`; `zones` has those of inline elements within it as well. */
  blockZones: number;
  zones: number;
  frame: Frame | null;
  link: Element | null;
  pre: boolean;
}

/** The line being put together from inline text. */
interface Line {
  text: string;
  /** That of its first words. */
  context: Context;
  links: Block['links'];
  linked: number;
  byline: number;
}

/** A longer line is cut, and a longer address of a link left out, in UTF-16 units. */
const limits = { line: 200_000, href: 1_000 } as const;

/** Puts inline text together into lines, with white space as a browser shows it. Each line that ends becomes a block. */
export class LineWriter {
  readonly blocks: Block[] = [];
  readonly #isShown: (element: Element) => boolean;
  #line: Line | null = null;
  #link: { element: Element; start: number } | null = null;
  #space = false;
  #breaks = 0;

  constructor(isShown: (element: Element) => boolean) {
    this.#isShown = isShown;
  }

  /** Whether a line has begun that has not ended. */
  get isOpen(): boolean {
    return this.#line !== null;
  }

  space(): void {
    this.#space = true;
  }

  /** One begins a new row within the line; two in a row end it before the next words. */
  break(): void {
    this.#breaks++;
  }

  /** Adds what stands in a text node, or in a row of one. */
  add(data: string, context: Context): void {
    const words = data.trim().replace(/\s+/g, ' ');
    if (/^\s/.test(data)) this.#space = true;
    if (words === '') return;
    if (this.#breaks > 1 || (this.#line !== null && this.#line.text.length > limits.line)) this.end();
    this.#line ??= { text: '', context, links: [], linked: 0, byline: 0 };
    const line = this.#line;
    if (line.text !== '') line.text += this.#breaks === 1 ? '\n' : this.#space ? ' ' : '';
    if (context.link !== null) this.#link ??= { element: context.link, start: line.text.length };
    line.text += words;
    line.byline |= context.zones & zone.byline;
    this.#breaks = 0;
    this.#space = /\s$/.test(data);
  }

  /** Ends the link that the line's last words stand in, if any. */
  endLink(): void {
    if (this.#link !== null && this.#line !== null) {
      const { element, start } = this.#link;
      const href = element.getAttribute('href') ?? '';
      const end = this.#line.text.length;
      this.#line.linked += end - start;
      if (href.length <= limits.href) this.#line.links.push({ start, end, href });
    }
    this.#link = null;
  }

  /** Ends the line, if one is open. */
  end(): void {
    this.endLink();
    if (this.#line !== null) {
      const { text, context, links, linked, byline } = this.#line;
      const { block: element, blockZones, frame } = context;
      this.blocks.push({
        text,
        element,
        tag: element.tagName.toUpperCase(),
        links,
        linked,
        zones: blockZones | byline,
        frame,
        shown: this.#isShown(context.element),
      });
    }
    this.#line = null;
    this.#space = false;
    this.#breaks = 0;
  }
}
