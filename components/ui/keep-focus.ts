/**
 * Where the focused control goes away with what it did (a row that was deleted, a button whose work began), browsers let the
 * focus fall back to the top of the page. Here it stays where the reader was: on the row that moved up, else on the nearest
 * place around that is still there.
 */
export function keepFocus(root: HTMLElement): void {
  /** The focused element and all it stands in, inner first, below the root. */
  let trail: Element[] = [];
  root.addEventListener('focusin', ({ target }) => {
    trail = [];
    for (let at = target; at instanceof Element && at !== root; at = at.parentElement) trail.push(at);
  });
  const whenChanged = (records: MutationRecord[]) => {
    const focused = trail[0];
    if (focused === undefined || focused.isConnected || root.ownerDocument.activeElement !== root) return;
    const place = trail.find((element) => element.isConnected);
    const gone = trail.findLast((element) => !element.isConnected);
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node === gone));
    trail = [];
    const beside = [record?.nextSibling, record?.previousSibling].find(isShownElement);
    const next = beside ?? place;
    if (next instanceof HTMLElement) focusOn(next);
  };
  new MutationObserver(whenChanged).observe(root, { childList: true, subtree: true });
}

function isShownElement(node: Node | null | undefined): node is HTMLElement {
  return node instanceof HTMLElement && node.isConnected;
}

/** Focuses what no Tab key stops at, as long as the focus is there. */
function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus();
}
