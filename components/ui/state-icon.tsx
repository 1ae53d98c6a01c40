import shapes from '@/assets/icons/shapes.json';
import type { TabStatus } from '@/lib/app/messaging';

/** The seven states as the toolbar shows them, told apart by shape; the toolbar's own pictures are drawn from the same list. */
export function StateIcon({ state }: { state: TabStatus['state'] }) {
  return (
    <svg class="state-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={shapes[state].path} />
    </svg>
  );
}
