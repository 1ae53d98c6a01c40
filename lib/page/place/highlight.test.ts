// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { highlight } from '.';

/** A document whose browser has a highlight registry, as far as `highlight` asks for it. */
function documentWith(view: object): Document {
  return new Proxy(document, {
    get: (target, key) => (key === 'defaultView' ? view : Reflect.get(target, key, target)),
  });
}

test('marks ranges under a name, and takes the marks back', () => {
  const highlights = new Map<string, Set<Range>>();
  const page = documentWith({
    CSS: { highlights },
    Highlight: class extends Set<Range> {
      constructor(...ranges: Range[]) {
        super(ranges);
      }
    },
  });
  const range = document.createRange();
  expect(highlight(page, [range], 'refrain')).toBe(1);
  expect([...(highlights.get('refrain') ?? [])]).toEqual([range]);
  expect(highlight(page, [], 'refrain')).toBe(0);
  expect(highlights.has('refrain')).toBe(false);
});

test('marks nothing where the browser cannot, and says so', () => {
  expect(highlight(documentWith({}), [document.createRange()], 'refrain')).toBe(0);
  expect(highlight(documentWith({ CSS: {} }), [document.createRange()], 'refrain')).toBe(0);
});
