import { browser } from 'wxt/browser';
import { answerQuestions, type Desk } from './answer';

/** Answers the questions of all our contexts from now on. Must be called in the first turn of the background. */
export function listenForQuestions(desk: Omit<Desk, 'own'>): void {
  const origin = browser.runtime.getURL('/').replace(/\/$/, '');
  browser.runtime.onMessage.addListener(
    answerQuestions({ ...desk, own: { id: browser.runtime.id, origin } }),
  );
}
