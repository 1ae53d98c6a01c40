/**
 * Steps that each need what the one before came to, two under way at most: while one does what it needs that for, the
 * next can do everything else.
 */
export interface InOrder<Result> {
  /** Begins a step once the one before the last is done. @throws what that one threw */
  begin(step: (before: Promise<Result>) => Promise<Result>): Promise<void>;
  isBusy(): boolean;
  /** What the last step comes to. */
  last(): Promise<Result>;
}

/** @param start what the first step is given */
export function inOrder<Result>(start: Result): InOrder<Result> {
  let last: Promise<Result> = Promise.resolve(start);
  let before = last;
  let busy = 0;
  const done = () => {
    busy -= 1;
  };
  return {
    begin: async (step) => {
      await before;
      busy += 1;
      [before, last] = [last, step(last)];
      // Whoever waits for it next hears of its failure.
      last.then(done, done);
    },
    isBusy: () => busy > 0,
    last: () => last,
  };
}
