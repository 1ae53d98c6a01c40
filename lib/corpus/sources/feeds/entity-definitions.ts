/**
 * Whether a document type with a subset of its own comes before the first element: such subsets define entities, which can
 * blow up or point elsewhere, and no news feed needs them. A plain `<!DOCTYPE rss PUBLIC …>` (RSS 0.91) is harmless.
 */
export function definesEntities(text: string): boolean {
  return /<!DOCTYPE[^<>[]{0,2000}\[|<!ENTITY/i.test(prologOf(text));
}

/** What stands before the first element, comments taken out. */
function prologOf(text: string): string {
  let prolog = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open === -1) break;
    if (text.startsWith('<!--', open)) {
      const end = text.indexOf('-->', open + 4);
      if (end === -1) break;
      at = end + 3;
      continue;
    }
    if (/[A-Za-z_]/.test(text[open + 1] ?? '')) break;
    const next = text.indexOf('<', open + 1);
    prolog += text.slice(open, next === -1 ? text.length : next);
    at = next === -1 ? text.length : next;
  }
  return prolog;
}
