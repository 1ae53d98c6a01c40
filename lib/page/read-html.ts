import type { ReadingOutcome } from '@/lib/core/article';
import type { PageAt } from '@/lib/page/judge';
import { parserOfLightNodes } from './light-nodes';
import { readPage } from './read-page';

const parseHTML = parserOfLightNodes();

/** Longest HTML that is parsed, in UTF-16 units; what follows is left out. */
const longestHtml = 16_000_000;

/**
 * Reads HTML that stands in no browser: saved pages, imports, full texts of feeds. Not for the content script (it brings its
 * own parser). Never throws for what the HTML holds; HTML without running text gives `no-text`.
 */
export function readHtml(html: string, at: PageAt): ReadingOutcome {
  return readPage(parseDocument(html), at);
}

/**
 * A document of HTML, whole page or fragment, with one head and one body, as a browser would make it. The parser itself keeps
 * whatever nesting the source has, and `document.body` of such a tree would be an empty element beside the text.
 */
export function parseDocument(html: string): Document {
  const { document } = parseHTML(html.slice(0, longestHtml));
  const parts: Parts = {
    html: document.createElement('html'),
    head: document.createElement('head'),
    body: document.createElement('body'),
  };
  sort([...document.childNodes], parts);
  parts.html.append(parts.head, parts.body);
  document.append(parts.html);
  return document;
}

interface Parts {
  html: Element;
  head: Element;
  body: Element;
}

/** Puts top-level nodes where they belong; `html`, `head` and `body` are opened, however often they occur. */
function sort(nodes: readonly Node[], parts: Parts): void {
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const name = node.nodeName.toUpperCase();
    const isPart = name === 'HTML' || name === 'BODY' || name === 'HEAD';
    if (name === 'HEAD') for (const child of [...node.childNodes]) parts.head.appendChild(child);
    else if (isPart) {
      copyAttributes(node as Element, name === 'HTML' ? parts.html : parts.body);
      // One by one: a page may have more children than a call takes arguments.
      for (const child of [...node.childNodes].reverse()) waiting.push(child);
    } else if (node.nodeType === 1 || node.nodeType === 3) parts.body.appendChild(node);
    if (isPart || node.nodeType > 3) node.parentNode?.removeChild(node);
  }
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name, value } of from.attributes) if (!to.hasAttribute(name)) to.setAttribute(name, value);
}
