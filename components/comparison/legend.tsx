import { useSay } from '@/components/ui';

/** What each mark stands for; each differs from the others by more than its colour. */
export function Legend() {
  const say = useSay();
  return (
    <ul class="legend small" aria-label={say('compare_legend')}>
      <li>
        <span class="mark mark--same">{say('compare_legend_same')}</span>
      </li>
      <li>
        <span class="mark mark--edited">{say('compare_legend_edited')}</span>
      </li>
      <li>
        <b class="only only--here">{say('compare_legend_here')}</b>
      </li>
      <li>
        <b class="only only--there">{say('compare_legend_there')}</b>
      </li>
    </ul>
  );
}
