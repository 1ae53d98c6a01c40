import type { BackgroundAnswers, PageOrders } from './protocol';

export type QuestionName = keyof BackgroundAnswers;
export type OrderName = keyof PageOrders;

export type AnswerTo<Q extends QuestionName> = ReturnType<BackgroundAnswers[Q]>;
export type ResultOf<O extends OrderName> = ReturnType<PageOrders[O]>;

/** What travels to the background. */
export interface Question<Q extends QuestionName = QuestionName> {
  ask: Q;
  args: Parameters<BackgroundAnswers[Q]>;
}

/** What travels to a content script. */
export interface Order<O extends OrderName = OrderName> {
  order: O;
  args: Parameters<PageOrders[O]>;
}

/** What comes back: the answer, or one sentence for the reader saying why there is none. */
export type Reply<T> = { answer: T } | { problem: string };

/** No message of ours is larger: UTF-16 units of its JSON. Larger ones cost the page more than 50 ms. */
export const longestMessage = 200_000;
