import { listenForQuestions, rateLimit } from '@/lib/app/messaging';
import { answersOf } from './answers';
import { listenToBrowser } from './browser-events';
import { services } from './services';

/** A page asks once or twice; thirty pages gone through in one tab without a pause are still answered. */
const rate = { perSecond: 5, burst: 30 };

/**
 * Sets the background up. Everything here runs in the first turn of the worker, because the browser hands a waiting event
 * only to listeners that are there by then; whatever takes time is done when somebody asks.
 */
export function startBackground(): void {
  const background = services();
  listenForQuestions({
    answers: answersOf(background),
    mayAsk: rateLimit(rate, Date.now),
    sentenceFor: background.sentenceFor,
    onAnswering: background.asking.began,
  });
  listenToBrowser(background);
}
