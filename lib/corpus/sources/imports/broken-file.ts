/** The rest of a file cannot be read; what was read of it before counts. The message says what to do. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
}
