import type { ComponentChildren } from 'preact';
import { RepeatMark } from './repeat-mark';

/** Sign and name at the head of each of our pages; `children` stand at the far end of the line. */
export function Masthead({ heading = false, children }: { heading?: boolean; children?: ComponentChildren }) {
  const Name = heading ? 'h1' : 'p';
  return (
    <header class="masthead">
      <RepeatMark />
      <Name class="masthead__name">Refrain</Name>
      <div class="masthead__end">{children}</div>
    </header>
  );
}
