import { type ComponentChild, render } from 'preact';
import { directionOf, type Say } from '@/lib/core/report';
import { keepFocus } from './keep-focus';
import { SayContext } from './speech';

/** Draws one component as the whole page, in the language `say` speaks. */
export function mount(component: ComponentChild, say: Say, document: Document = globalThis.document): void {
  const root = document.documentElement;
  root.lang = say.language;
  root.dir = directionOf(say.language);
  keepFocus(document.body);
  render(<SayContext.Provider value={say}>{component}</SayContext.Provider>, document.body);
}
