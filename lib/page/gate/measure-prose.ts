/** How much is looked at, so that the answer costs less than a millisecond whatever the page's size. */
const bounds = {
  paragraphs: 120,
  texts: 3_000,
  units: 80,
  denseUnits: 40,
  enough: 600,
  plenty: 1_800,
} as const;

/** Running text of a page, in UTF-16 units of its long paragraphs; links within them not counted. */
export interface Prose {
  all: number;
  /** Of the largest group with one parent, or, where each paragraph is wrapped by itself, one grandparent. */
  together: number;
}

/** Measures paragraphs, and where a page has hardly any, long runs of text in whatever elements they stand. */
export function measureProse(document: Document): Prose {
  const groups = new Map<Node, Group>();
  const paragraphs = document.getElementsByTagName('p');
  for (let n = 0; n < Math.min(paragraphs.length, bounds.paragraphs); n++) {
    // With so much in one place the answer no longer depends on the rest.
    if (add(groups, paragraphs[n]!, paragraphs[n]!.parentNode) >= bounds.plenty) break;
  }
  let prose = sum(groups);
  if (prose.together < bounds.enough) {
    for (const element of elementsOfLongTexts(document)) add(groups, element, element);
    prose = sum(groups);
  }
  return prose;
}

/** Long paragraphs with one parent. */
interface Group {
  units: number;
  paragraphs: number;
  /** UTF-16 units of the paragraphs with their links. */
  whole: number;
}

/** Adds a long paragraph to its group; answers what the group has then. */
function add(groups: Map<Node, Group>, element: Element, parent: Node | null): number {
  const text = (element.textContent ?? '').trim();
  const units = proseUnits(element, text);
  if (units === 0 || parent === null) return 0;
  const group = groups.get(parent) ?? { units: 0, paragraphs: 0, whole: 0 };
  group.units += units;
  group.paragraphs++;
  group.whole += text.length;
  groups.set(parent, group);
  return group.units;
}

function sum(groups: ReadonlyMap<Node, Group>): Prose {
  const wrapped = new Map<Node, number>();
  let [all, together] = [0, 0];
  for (const [parent, { units, paragraphs, whole }] of groups) {
    all += units;
    together = Math.max(together, units);
    const { parentNode } = parent;
    // A teaser stands in its wrapper with a headline beside it; a wrapped paragraph stands there alone.
    if (paragraphs > 1 || parentNode === null || parent.nodeName === 'LI') continue;
    if ((parent as Element).children[wrapperChildren] !== undefined) continue;
    if ((parent.textContent ?? '').trim().length > 1.1 * whole) continue;
    wrapped.set(parentNode, (wrapped.get(parentNode) ?? 0) + units);
  }
  return { all, together: Math.max(together, ...wrapped.values()) };
}

/** A wrapper of one paragraph has fewer elements than this beside it. */
const wrapperChildren = 8;

const inline = /^(?:SPAN|B|I|EM|STRONG|FONT|SMALL|U)$/i;
const silent = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|A|P|TEXTAREA|BUTTON|OPTION)$/i;

/** Elements that hold a long text without a paragraph around it. */
function elementsOfLongTexts(document: Document): Set<Element> {
  const found = new Set<Element>();
  const walker = document.createTreeWalker(document.querySelector('body') ?? document, 4 /* text nodes */);
  for (let n = 0; n < bounds.texts && walker.nextNode() !== null; n++) {
    const text = walker.currentNode as Text;
    if (text.data.length < bounds.denseUnits) continue;
    let element = text.parentElement;
    while (element !== null && inline.test(element.tagName)) element = element.parentElement;
    if (element !== null && !silent.test(element.tagName) && text.data.trim().length >= bounds.denseUnits)
      found.add(element);
  }
  return found;
}

const denseScript = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Units of a long paragraph that is not mostly links; 0 for any other. */
function proseUnits(element: Element, text: string): number {
  const dense = denseScript.test(text.slice(0, 40));
  if (text.length < (dense ? bounds.denseUnits : bounds.units)) return 0;
  let linked = 0;
  for (const link of element.getElementsByTagName('a')) linked += link.textContent?.length ?? 0;
  return linked > text.length / 2 ? 0 : (text.length - linked) * (dense ? 2 : 1);
}
