/**
 * Marks ranges under `name` by the CSS Custom Highlight API, which changes nothing in the page's document; what was marked under
 * that name before is marked no longer. Answers how many are marked: 0 also where the browser does not know the API
 * (Chromium from 105, Firefox from 140). How they look is said by a `::highlight(name)` rule, which is not put in here.
 */
export function highlight(document: Document, ranges: readonly Range[], name: string): number {
  const view = document.defaultView;
  const registry = view?.CSS?.highlights;
  if (!view || registry === undefined || typeof view.Highlight !== 'function') return 0;
  if (ranges.length === 0) registry.delete(name);
  else registry.set(name, new view.Highlight(...ranges));
  return ranges.length;
}
