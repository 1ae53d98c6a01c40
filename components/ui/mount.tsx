import { type ComponentChild, render } from 'preact';
import type { Say } from '@/lib/core/report';
import { SayContext } from './speech';

/** Languages written right to left, by primary subtag. */
const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Draws one component as the whole page, in the language `say` speaks. */
export function mount(component: ComponentChild, say: Say, document: Document = globalThis.document): void {
  const root = document.documentElement;
  root.lang = say.language;
  root.dir = RIGHT_TO_LEFT.has(say.language.split('-', 1)[0] ?? '') ? 'rtl' : 'ltr';
  render(<SayContext.Provider value={say}>{component}</SayContext.Provider>, document.body);
}
