/** Elements whose text no reader sees as running text. Form fields are ours to leave alone: what a reader types is never read. */
const silent = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SELECT OPTION DATALIST BUTTON INPUT TEXTAREA HEAD META LINK TITLE MAP METER PROGRESS FRAMESET NOFRAMES'.split(
    ' ',
  ),
);

const screenReaderOnly =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader|assistive-text|u-hidden|offscreen)(?:\s|$)/i;
const styledAway = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Whether markup alone says that a reader does not see what is inside: wrong kind of element, `hidden`, inline style. */
function isSilent(element: Element): boolean {
  const tag = element.tagName.toUpperCase();
  if (silent.has(tag)) return true;
  if (element.hasAttribute('hidden')) return true;
  if (tag === 'DIALOG' && !element.hasAttribute('open')) return true;
  const style = element.getAttribute('style');
  if (style !== null && styledAway.test(style.slice(0, 500))) return true;
  const names = element.getAttribute('class');
  return names !== null && screenReaderOnly.test(names.slice(0, 200));
}

/** What {@link walkVisible} calls on its way; `open` is called before the children, `close` after them. */
export interface Visitor {
  text(node: Text): void;
  open(element: Element): void;
  close(element: Element): void;
  /** A tree that an element shows, to be walked before its own children; left out, there is none. */
  shadowOf?(element: Element): ShadowRoot | null;
}

/** Nodes between two points at which the walk can be left alone for a while. */
const stride = 500;

/**
 * Walks everything a reader may see below `root`, in document order, without recursion: pages nest as deep as they like.
 * Yields now and then, so that whoever drives it may let the page breathe. Stops after `limit` nodes, and where the page took
 * away what it stands on; answers how many nodes were seen and whether that was all.
 */
export function* walkVisible(
  root: Element,
  limit: number,
  visitor: Visitor,
): Generator<void, { nodes: number; whole: boolean }> {
  let node: Node | null = root;
  let nodes = 0;
  while (node !== null) {
    if (++nodes > limit) return { nodes, whole: false };
    if (nodes % stride === 0) yield;
    if (node.nodeType === 3) {
      visitor.text(node as Text);
    } else if (node.nodeType === 1 && (node === root || !isSilent(node as Element))) {
      visitor.open(node as Element);
      const child: Node | null = visitor.shadowOf?.(node as Element)?.firstChild ?? node.firstChild;
      if (child !== null) {
        node = child;
        continue;
      }
      visitor.close(node as Element);
    }
    node = following(node, root, visitor);
    if (node === root) return { nodes, whole: true };
  }
  return { nodes, whole: false };
}

/** The node to be walked behind one that is done, what ends on the way closed; `root` at the end, `null` where the page took it away. */
function following(done: Node, root: Element, visitor: Visitor): Node | null {
  let node: Node | null = done;
  while (node !== null && node !== root && node.nextSibling === null) {
    const host: Element | null = hostOf(node.parentNode);
    if (host?.firstChild) return host.firstChild;
    node = host ?? node.parentNode;
    if (node !== null) visitor.close(node as Element);
  }
  return node === root || node === null ? node : node.nextSibling;
}

/** The element whose shadow tree a node is the root of; `null` for any other node. */
export function hostOf(node: Node | null): Element | null {
  return node?.nodeType === 11 ? ((node as ShadowRoot).host ?? null) : null;
}

/** The element around an element; around the outermost of a shadow tree it is the host. */
export function elementAround(element: Element): Element | null {
  return element.parentElement ?? hostOf(element.parentNode);
}

/** Drives steps to their end at once. */
export function atOnce<Result>(steps: Generator<void, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
