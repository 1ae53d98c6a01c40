import { Readability } from '@mozilla/readability';
import { limits, type PageBlocks } from './blocks';
import { walkVisible } from './visible-nodes';

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
  const root = clone.querySelector('body') ?? clone.documentElement;
  const blockOf = new Map<Node, number>();
  let n = 0;
  walkVisible(root, limits.nodes, {
    text(node) {
      const block = page.blockOfText[n++] ?? -1;
      if (block < 0) return;
      if (page.blocks[block]?.shown === false) node.data = '';
      else blockOf.set(node, block);
    },
    open() {},
    close() {},
  });
  for (const element of [...clone.querySelectorAll(useless)]) element.remove();
  if (names === 'without-names') {
    for (const element of clone.querySelectorAll('[class], [id]')) {
      element.removeAttribute('class');
      element.removeAttribute('id');
    }
  }
  const parsed = new Readability<Node>(clone, {
    charThreshold: 1,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node,
  }).parse();
  if (!parsed?.content) return null;
  const kept = new Float32Array(page.blocks.length);
  const content = parsed.content as Element;
  walkVisible(content, limits.nodes, {
    text(node) {
      const block = blockOf.get(node);
      if (block !== undefined) kept[block]! += node.data.trim().length;
    },
    open() {},
    close() {},
  });
  return kept.map((units, block) => Math.min(1, units / page.blocks[block]!.text.length));
}
