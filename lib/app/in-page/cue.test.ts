// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { showCue } from './cue';

const words = { open: 'Who else ran this?', away: 'Take away' };
/** What a page sees of the document it stands in. */
const seen = () => document.documentElement.outerHTML;

afterEach(() => document.body.replaceChildren());

describe('the mark', () => {
  test('is one empty element to the page, and leaves no trace', () => {
    const before = seen();
    const visit = new AbortController();
    showCue(words, () => {}, visit.signal);
    expect(document.documentElement.lastElementChild?.outerHTML).toBe('<div></div>');
    expect(document.documentElement.lastElementChild?.shadowRoot).toBeNull();
    visit.abort();
    expect(seen()).toBe(before);
  });

  test('does not open for a click that a script made', () => {
    const open = vi.fn();
    const roots: ShadowRoot[] = [];
    const attach = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (
      this: Element,
      init: ShadowRootInit,
    ) {
      attach.mockRestore();
      const root = this.attachShadow(init);
      roots.push(root);
      return root;
    });
    showCue(words, open, new AbortController().signal);
    const button = roots[0]?.querySelector<HTMLElement>('.open');
    expect(button?.ariaLabel).toBe(words.open);
    button?.click();
    expect(open).not.toHaveBeenCalled();
  });
});
