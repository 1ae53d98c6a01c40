import { Element, Node, parseHTML } from 'linkedom';

/**
 * The parser, its nodes without two things that reading has no use for and that are a third of what a page costs:
 *
 * - Listeners. Each node, attributes among them, gets a table for them and an entry in one large weak map, which is slow to make
 *   and far slower to clear away. `super()` asks for the class above at the moment of the call, so another one may be put there.
 * - A `style` where no attribute gives one: three objects, and an entry in another such map, for each element that is asked.
 */
export function parserOfLightNodes(): typeof parseHTML {
  // What the package exports stands before its own class.
  Object.setPrototypeOf(Object.getPrototypeOf(Node), class {});
  const style = Object.getOwnPropertyDescriptor(Element.prototype, 'style');
  Object.defineProperty(Element.prototype, 'style', {
    ...style,
    get(this: Element): unknown {
      return this.hasAttribute('style') ? style?.get?.call(this) : null;
    },
  });
  return parseHTML;
}
