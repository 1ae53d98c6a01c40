/**
 * An element of ours in the page: one empty `<div>`, its content in a closed shadow root, its style beyond the reach of the
 * page's (`!important` inside of the root wins over `!important` outside). Nothing of a report is ever put into it:
 * a closed root hides elements from a page, but not their text (`window.find`, selection, fonts).
 */
export interface IsolatedHost {
  host: HTMLElement;
  root: ShadowRoot;
}

/** Makes such an element, not yet in the page. `css` styles the host by `:host` and what is put into the root. */
export function isolatedHost(css: string): IsolatedHost {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  adopt(root, css);
  return { host, root };
}

function adopt(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox does not let a content script adopt sheets; an element does the same unless the page's policy forbids it.
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
