/** A situation of the reader's library that no caller can settle; each message says what happened and what to do. */
export abstract class LibraryError extends Error {
  abstract readonly situation: 'newer-version' | 'in-use' | 'shut' | 'full' | 'unavailable' | 'unreadable';
}

/** The database has a higher version than this code knows. */
export class LibraryFromNewerVersionError extends LibraryError {
  override readonly name = 'LibraryFromNewerVersionError';
  readonly situation = 'newer-version';
  constructor(cause: unknown) {
    super(
      'This library was made by a newer version of Refrain. Update Refrain to open it; nothing was changed.',
      { cause },
    );
  }
}

/** An upgrade waited for another tab in vain. */
export class LibraryInUseError extends LibraryError {
  override readonly name = 'LibraryInUseError';
  readonly situation = 'in-use';
  constructor() {
    super(
      'Another Refrain tab still uses the library in its old form. Close the other Refrain tabs and try again; nothing was changed.',
    );
  }
}

/**
 * After a write that found no space, opening the database again in the same browser run makes the next start find it
 * empty; leaving it alone until then keeps every row (measured in Chromium). So it stays shut.
 */
export class LibraryShutError extends LibraryError {
  override readonly name = 'LibraryShutError';
  readonly situation = 'shut';
  constructor(cause?: unknown) {
    super(
      'The browser could not write to the library; the disk may be full. Free some space, then restart the browser. The library is left untouched until then.',
      { cause },
    );
  }
}

/** A write was over the browser’s quota; the database is whole. */
export class LibraryFullError extends LibraryError {
  override readonly name = 'LibraryFullError';
  readonly situation = 'full';
  constructor(cause: unknown) {
    super(
      'The browser gives the library no more room. Delete some articles and try again; what is in the library stays and is still matched.',
      { cause },
    );
  }
}

/** IndexedDB cannot be opened in this mode of the browser. */
export class LibraryUnavailableError extends LibraryError {
  override readonly name = 'LibraryUnavailableError';
  readonly situation = 'unavailable';
  constructor(cause: unknown) {
    super(
      'This browser mode keeps nothing, so there is no library here. Pages can still be read and compared with each other.',
      { cause },
    );
  }
}

/** The state row is damaged. What is there can still be read and exported. */
export class LibraryUnreadableError extends LibraryError {
  override readonly name = 'LibraryUnreadableError';
  readonly situation = 'unreadable';
  constructor() {
    super(
      "The library's own table of contents cannot be read, so nothing more is written to it. Export what it holds, delete all, and import it again.",
    );
  }
}

/** The reader's situation behind what the database threw; errors that are no such situation pass as they are. */
export function situationOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LibraryError) return error;
  switch (error.name) {
    case 'VersionError':
      return new LibraryFromNewerVersionError(error);
    case 'QuotaExceededError':
      return new LibraryFullError(error);
    case 'UnknownError':
      return new LibraryShutError(error);
    case 'SecurityError':
      return new LibraryUnavailableError(error);
    default:
      return error;
  }
}
