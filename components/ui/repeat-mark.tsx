import shapes from '@/assets/icons/shapes.json';

/** Our sign: the repeat bar of printed music, where the refrain begins again. */
export function RepeatMark() {
  return (
    <svg class="masthead__mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={shapes.found.path} />
    </svg>
  );
}
