/** Work that nobody waits for; what goes wrong in it is written for developers. */
export function soon(work: Promise<unknown>): void {
  work.catch(log);
}

/** Tells developers of an error. */
export function log(error: unknown): void {
  console.error('Refrain:', error);
}
