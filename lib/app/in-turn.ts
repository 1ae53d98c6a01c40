/**
 * Makes a queue of one place: each piece of work begins when the one before it has ended. For whatever reads a stored value and
 * writes it back, which would lose a change if two were at it.
 *
 * @returns runs a piece of work in its turn; rejects with what that piece threw, and with nothing else
 */
export function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    // The next one begins however this one ended: of its failure its own caller hears.
    last = done.catch(() => undefined);
    return done;
  };
}
