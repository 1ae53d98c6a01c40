import { collectBlocks } from '@/lib/page/gather/blocks';
import { parseDocument } from './read-html';
import { atOnce } from './visible-nodes';

/** Whether a text can hold markup at all: most headlines do not, and need no parser. */
const markup = /[<&]/;

/**
 * The paragraphs that a piece of HTML shows (a feed's summary, a headline with an entity in it), as plain lines. Nothing of it is
 * run or fetched; what is not displayed is left out.
 */
export function paragraphsOfHtml(html: string): string[] {
  if (!markup.test(html)) return html.trim() === '' ? [] : [html.replace(/\s+/g, ' ').trim()];
  const { blocks } = atOnce(collectBlocks(parseDocument(html)));
  return blocks.filter(({ shown, text }) => shown && text !== '').map(({ text }) => text);
}
