import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { turns } from '@/lib/app/in-turn';
import type { LateAnswer } from '@/lib/app/messaging';
import { readSettings } from '@/lib/app/settings';
import { readStored } from '@/lib/app/stored';
import type { PageReading } from '@/lib/core/article';
import type { ReportOutcome } from '@/lib/core/report';

const waitingKey = 'late-waiting';
const answersKey = 'late-answers';
/** Pages that wait for an answer; the oldest makes way. */
const mostWaiting = 30;
const mostAnswers = 30;
/** UTF-16 units of text a waiting page may have: storage.local holds all of them. */
const longestText = 60_000;

const answerSchema: v.GenericSchema<unknown, LateAnswer> = v.object({
  id: v.string(),
  url: v.nullable(v.string()),
  title: v.nullable(v.string()),
  outlets: v.number(),
  on: v.string(),
});

interface Deps {
  compare: (reading: PageReading) => Promise<ReportOutcome>;
  now: () => Date;
}

/**
 * Pages that were checked while nothing was found, matched again when articles have come: only if the reader wants it, never
 * from private windows. What is found later stands in a list in the popup; nothing is announced.
 */
export function lateAnswers({ compare, now }: Deps) {
  async function waiting(): Promise<PageReading[]> {
    // Only we write there; this tells a list from none.
    const stored = (await browser.storage.local.get(waitingKey))[waitingKey];
    return Array.isArray(stored) ? stored : [];
  }
  async function list(): Promise<LateAnswer[]> {
    return (await readStored('local', answersKey, v.array(answerSchema))) ?? [];
  }
  const keepWaiting = (readings: PageReading[]) => browser.storage.local.set({ [waitingKey]: readings });

  const inTurn = turns();

  return {
    list,

    /** A page was compared. */
    checked: (reading: PageReading, outcome: ReportOutcome, privateTab: boolean): Promise<void> =>
      inTurn(async () => {
        if (privateTab || !(await readSettings()).lateAnswers) return;
        const { id, url, text } = reading.article;
        if (url === null || text.length > longestText) return;
        const others = (await waiting()).filter(({ article }) => article.id !== id);
        await keepWaiting(
          outcome.status === 'nothing-found' ? [...others, reading].slice(-mostWaiting) : others,
        );
      }),

    /** Articles have come: asks again for every page that waits. */
    again: (): Promise<void> =>
      inTurn(async () => {
        const left: PageReading[] = [];
        const found: LateAnswer[] = [];
        for (const reading of await waiting()) {
          const outcome = await compare(reading);
          if (outcome.status === 'found') found.push(answerOf(reading, outcome, now()));
          else left.push(reading);
        }
        if (found.length === 0) return;
        await keepWaiting(left);
        await browser.storage.local.set({
          [answersKey]: [...found, ...(await list())].slice(0, mostAnswers),
        });
      }),

    dismiss: (id: string): Promise<LateAnswer[]> =>
      inTurn(async () => {
        const left = (await list()).filter((answer) => answer.id !== id);
        await browser.storage.local.set({ [answersKey]: left });
        return left;
      }),

    /** Forgets the pages that wait and what was found of them. */
    forget: (): Promise<void> => inTurn(() => browser.storage.local.remove([waitingKey, answersKey])),
  };
}

function answerOf(
  { article: { id, url, title } }: PageReading,
  { report }: Extract<ReportOutcome, { status: 'found' }>,
  on: Date,
): LateAnswer {
  return { id, url, title, outlets: report.outlets, on: on.toISOString() };
}
