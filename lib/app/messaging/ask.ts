import { browser } from 'wxt/browser';
import type { AnswerTo, QuestionName, Reply } from './envelope';
import type { BackgroundAnswers } from './protocol';

/** The background answered with a sentence instead of an answer; `message` is that sentence, for the reader. */
export class NotAnswered extends Error {
  override name = 'NotAnswered';
}

/** The extension was updated, reloaded or removed under a page that stayed open: this script is on its own now. */
export class ExtensionGone extends Error {
  override name = 'ExtensionGone';
}

/**
 * Puts a question to the background, from any context. A background that was stopped between question and answer
 * is asked once more, silently (every answer is written so that giving it twice does no harm).
 *
 * @throws {NotAnswered} with one sentence for the reader.
 * @throws {ExtensionGone} in a content script that outlived its extension.
 */
export async function ask<Q extends QuestionName>(
  question: Q,
  ...args: Parameters<BackgroundAnswers[Q]>
): Promise<AnswerTo<Q>> {
  const message = { ask: question, args };
  const reply = (await send<AnswerTo<Q>>(message)) ?? (await send<AnswerTo<Q>>(message));
  if (reply === null) throw new NotAnswered(browser.i18n.getMessage('problem_no_answer'));
  if ('problem' in reply) throw new NotAnswered(reply.problem);
  return reply.answer;
}

/** The reply; `null` when the background was stopped before it gave one, or nobody listens. */
async function send<T>(message: unknown): Promise<Reply<T> | null> {
  // A content script that outlived its extension keeps `browser` but loses the id.
  if (browser.runtime?.id === undefined) throw new ExtensionGone();
  try {
    const reply: Reply<T> | undefined = await browser.runtime.sendMessage(message);
    return reply ?? null;
  } catch {
    // "Receiving end does not exist", "channel closed before a response": the same to us, and worth one more try.
    return null;
  }
}
