import { createContext } from 'preact';
import type { Ask } from '@/components/ui';
import type { ToldText } from '@/lib/app/messaging';
import type { Span } from '@/lib/core/article';
import type { Framing, RowChoices } from '@/lib/core/framing';
import type { Report } from '@/lib/core/report';

/** Compares texts; the real one starts a worker while they come in. */
export type Frame = (texts: Promise<readonly ToldText[]>) => Promise<Framing>;

/** A story as it is told: the differences, and the texts they quote. */
export interface FramedStory {
  framing: Framing;
  texts: ReadonlyMap<string, ToldText['article']>;
  /** Id of the page's own article. */
  here: string;
  /** What the reader changed in actor tables before. */
  choices: RowChoices;
}

/** Where the framing of a report comes from; a page that gives none shows the headlines alone. */
export interface FramingSource {
  load: () => Promise<FramedStory>;
  /** Shows words of the page in the page; `null` where no page is below. */
  onShowSpan: ((span: Span) => void) | null;
  /** Keeps what the reader changes in the actor table; `null` over a page, where nothing is stored. */
  onKeepRows: ((choices: RowChoices) => void) | null;
}

export const FramingContext = createContext<FramingSource | null>(null);

/** Held texts compared with the page, at most. */
const mostOthers = 7;

/** Gathers the page's text and those of its matches, the best first, and compares them. `only`: with this match alone. */
export async function loadStory(
  ask: Ask,
  frame: Frame,
  tabId: number,
  report: Report,
  only: string | null = null,
): Promise<FramedStory> {
  const matches = [...report.sameText, ...report.sameStory].filter(
    ({ article }) => article.held === 'text' && (only === null || article.id === only),
  );
  const asked = [null, ...matches.slice(0, mostOthers).map(({ article }) => article.id)];
  const told = Promise.all(asked.map((id) => ask('toldText', tabId, id))).then((all) =>
    all.filter((text) => text !== null),
  );
  const [framing, texts, choices] = await Promise.all([frame(told), told, ask('rowChoices')]);
  return {
    framing,
    texts: new Map(texts.map(({ article }) => [article.id, article])),
    here: report.page.id,
    choices,
  };
}
