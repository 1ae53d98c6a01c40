import type { BackgroundAnswers, PageOrders } from './protocol';

export type QuestionName = keyof BackgroundAnswers;
export type OrderName = keyof PageOrders;

export type AnswerTo<Q extends QuestionName> = ReturnType<BackgroundAnswers[Q]>;
export type ResultOf<O extends OrderName> = ReturnType<PageOrders[O]>;

/** What comes back: the answer, or one sentence for the reader saying why there is none. */
export type Reply<T> = { answer: T } | { problem: string };

/**
 * UTF-16 units of JSON above which a page's message is not looked at. What is gathered from a page stays far below:
 * 200 kB of text at most, usually a tenth, with tags and links around it.
 */
export const longestMessage = 600_000;
