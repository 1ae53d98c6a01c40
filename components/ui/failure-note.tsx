import type { Failure } from './asking';

/** What went wrong, read out at once. */
export function FailureNote({ failure }: { failure: Failure }) {
  return <div role="alert">{failure !== null && <p class="note note--error">{failure}</p>}</div>;
}
