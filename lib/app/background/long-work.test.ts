import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openQuestions } from './long-work';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An answer that is given when a test says so. */
function answer() {
  let give: () => void = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** Long work that breathes once, and what has happened so far. */
function working(questions: ReturnType<typeof openQuestions>) {
  vi.setSystemTime(Date.now() + 1_000);
  const happened: string[] = [];
  const done = questions.breathe().then(() => happened.push('work goes on'));
  return { happened, done };
}

/** Long enough for a turn of the loop; the clock of the test stands still meanwhile. */
const aTurn = () => new Promise((resolve) => setImmediate(resolve));

test('long work waits until the question asked meanwhile is answered', async () => {
  const questions = openQuestions();
  const { given, give } = answer();
  questions.began(given);
  const { happened, done } = working(questions);
  await aTurn();
  await aTurn();
  expect(happened).toEqual([]);
  give();
  await done;
  expect(happened).toEqual(['work goes on']);
});

test('a question that is long work itself does not hold the other up', async () => {
  const questions = openQuestions();
  questions.began(answer().given);
  const { happened, done } = working(questions);
  await aTurn();
  await aTurn();
  expect(happened).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  await done;
  expect(happened).toEqual(['work goes on']);
});

test('a question is likely for some seconds after one', async () => {
  const questions = openQuestions();
  expect(questions.areLikely()).toBe(false);
  questions.began(Promise.resolve());
  await vi.advanceTimersByTimeAsync(4_000);
  expect(questions.areOpen()).toBe(false);
  expect(questions.areLikely()).toBe(true);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(questions.areLikely()).toBe(false);
});

test('without a question it goes on at once', async () => {
  const { happened, done } = working(openQuestions());
  await done;
  expect(happened).toEqual(['work goes on']);
});

test('a question that was given way to for long enough is not waited for again', async () => {
  const questions = openQuestions();
  questions.began(answer().given);
  expect(questions.areOpen()).toBe(true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(questions.areOpen()).toBe(false);
  const { happened, done } = working(questions);
  await done;
  expect(happened).toEqual(['work goes on']);
});
