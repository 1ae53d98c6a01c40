import * as v from 'valibot';
import type { PhraseKey } from '@/lib/core/report';
import { type Asker, type Sender, whoAsks } from './asker';
import { type AnswerTo, longestMessage, type QuestionName, type Reply } from './envelope';
import type { BackgroundAnswers } from './protocol';
import { questions } from './questions';

/** Each answer is given the asker first, then what was asked with the question. */
export type Answers = {
  [Q in QuestionName]: (
    asker: Asker,
    ...args: Parameters<BackgroundAnswers[Q]>
  ) => AnswerTo<Q> | Promise<AnswerTo<Q>>;
};

/** Something went wrong that the reader can be told in one sentence. */
export class ReaderProblem extends Error {
  override name = 'ReaderProblem';
  readonly key: PhraseKey;

  constructor(key: PhraseKey, options?: ErrorOptions) {
    super(key, options);
    this.key = key;
  }
}

export interface Desk {
  answers: Answers;
  own: { id: string; origin: string };
  /** Whether this tab may ask (another) question now. */
  mayAsk: (tabId: number) => boolean;
  /** One sentence for the reader about anything that was thrown. */
  sentenceFor: (error: unknown) => string;
  /** Told of each answer that is being worked on and that long work gives way to; it never fails. */
  onAnswering: (answer: Promise<unknown>) => void;
}

type SendResponse = (reply: Reply<unknown>) => void;

/**
 * The one listener for all questions. It returns `true` at once and answers by `sendResponse` later, which
 * all browsers (and the test double) understand. A message from somebody who may not ask gets no answer at all.
 */
export function answerQuestions(
  desk: Desk,
): (message: unknown, sender: Sender, sendResponse: SendResponse) => true | undefined {
  return (message, sender, sendResponse) => {
    const asker = whoAsks(sender, desk.own);
    const question = questionIn(message);
    if (asker === null || question === null || !questions[question.ask].from.includes(asker.kind)) return;
    const reply = answer(desk, asker, question);
    if (!questions[question.ask].mayWait) desk.onAnswering(reply);
    reply.then(sendResponse);
    return true;
  };
}

function questionIn(message: unknown): { ask: QuestionName; args: unknown } | null {
  if (typeof message !== 'object' || message === null || !('ask' in message) || !('args' in message))
    return null;
  const { ask, args } = message;
  return isQuestionName(ask) ? { ask, args } : null;
}

function isQuestionName(name: unknown): name is QuestionName {
  return typeof name === 'string' && Object.hasOwn(questions, name);
}

async function answer(
  desk: Desk,
  asker: Asker,
  question: { ask: QuestionName; args: unknown },
): Promise<Reply<unknown>> {
  try {
    if (asker.kind === 'page') mindThePage(desk, asker.tabId, question.args);
    const checked = v.safeParse(questions[question.ask].args, question.args);
    if (!checked.success) {
      const [issue] = checked.issues;
      throw new ReaderProblem('problem_misunderstood', {
        cause: `${question.ask}: ${v.getDotPath(issue) ?? 'all of it'}: ${issue.message}`,
      });
    }
    return { answer: await give(desk.answers, asker, question.ask, checked.output) };
  } catch (error) {
    return { problem: desk.sentenceFor(error) };
  }
}

/** Pages are not trusted with our time: not too often, not too much at once. */
function mindThePage(desk: Desk, tabId: number, args: unknown) {
  if (!desk.mayAsk(tabId)) throw new ReaderProblem('problem_too_many');
  if (JSON.stringify(args).length > longestMessage) throw new ReaderProblem('problem_too_long');
}

/** The table of questions has checked that `args` are those of the question, which the type system cannot follow by itself. */
function give(answers: Answers, asker: Asker, ask: QuestionName, args: unknown[]): unknown {
  const giveAnswer: (asker: Asker, ...args: never[]) => unknown = answers[ask];
  return giveAnswer(asker, ...(args as never[]));
}
