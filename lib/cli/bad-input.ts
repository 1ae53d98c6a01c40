/** Input that cannot be used: one line for the person who gave it says what, where and what to do. The command ends with 1. */
export class BadInput extends Error {
  override readonly name = 'BadInput';

  /** `where` is the file as it was given, with a line where there is one; `why` says what is wrong and what to do. */
  constructor(where: string, why: string) {
    super(`${where}: ${why}`);
  }
}
