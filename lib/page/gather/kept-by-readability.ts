import Readability from '@mozilla/readability/Readability.js';
import type { PageBlocks } from './blocks';

/** Elements that Readability would drop or unpack itself, at a higher cost; `noscript` would come back as elements. */
const useless = 'script, style, noscript, template, svg, iframe, object, embed, canvas, link, form select';

/**
 * Lets Readability judge which blocks are the article. It works on a clone, because it takes its document apart;
 * which of the page's text nodes it kept is told from their order, which a clone shares.
 *
 * Some sites call the article itself `sidebar`; `without-names` takes class names and ids off the clone, so that only the shape
 * of the text counts, as in Readability's own later attempts.
 *
 * Answers for each block the share of its text that was kept, 0 to 1; `null` when it found no article.
 * `charThreshold: 1` keeps it from its second and third attempts, which rebuild the clone from a string
 * (slow, lost track of text nodes, forbidden under a page's Trusted Types); a poor result is judged by the caller.
 */
export function keptByReadability(
  document: Document,
  page: PageBlocks,
  names: 'with-names' | 'without-names',
): Float32Array | null {
  const clone = document.cloneNode(true) as Document;
  const blockOf = pairTexts(document, clone, page);
  for (const element of [...clone.querySelectorAll(useless)]) element.remove();
  if (names === 'without-names') {
    for (const element of clone.querySelectorAll('[class], [id]')) {
      element.removeAttribute('class');
      element.removeAttribute('id');
    }
  }
  const content = contentOf(clone);
  if (content === null) return null;
  const kept = new Float32Array(page.blocks.length);
  for (const text of textsOf(clone, content)) {
    const block = blockOf.get(text);
    if (block !== undefined) kept[block]! += text.data.trim().length;
  }
  return kept.map((units, block) => Math.min(1, units / page.blocks[block]!.text.length));
}

/** What Readability keeps of a document. It may throw, as it does where it would start anew from a string. */
function contentOf(clone: Document): Node | null {
  try {
    Object.defineProperty(clone.body, 'innerHTML', noSource);
    const reader = new Readability<Node>(clone, {
      charThreshold: 1,
      disableJSONLD: true,
      keepClasses: true,
      serializer: (node) => node,
    });
    return reader.parse()?.content ?? null;
  } catch {
    // Nothing is lost: the clone is thrown away, and the page is read in another way.
    return null;
  }
}

/**
 * Stands in for the source of the clone's body. Readability reads that of every page, in case it starts anew from it: here that
 * costs a serialisation for nothing, and a new start would make markup of a string, so neither happens.
 */
const noSource: PropertyDescriptor = {
  get: () => '',
  set: () => {
    throw new Error('A clone is not made anew from a string.');
  },
};

/** Which block each text node of the clone belongs to. What the browser does not display is emptied there. */
function pairTexts(document: Document, clone: Document, page: PageBlocks): Map<Text, number> {
  const blockOf = new Map<Text, number>();
  const copies = textsOf(clone, clone.documentElement);
  for (const text of textsOf(document, document.documentElement)) {
    const copy = copies.next().value;
    const block = page.blockOf.get(text);
    if (copy === undefined || block === undefined) continue;
    if (page.blocks[block]?.shown === false) copy.data = '';
    else blockOf.set(copy, block);
  }
  return blockOf;
}

function* textsOf(document: Document, root: Node): Generator<Text, undefined> {
  const walker = document.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  while (walker.nextNode() !== null) yield walker.currentNode as Text;
}
