import { Disclosure, Foreign, useSay } from '@/components/ui';
import { plural } from '@/lib/core/report';

interface RefusedListProps {
  /** The first of them. */
  refused: { where: string; why: string }[];
  refusals: number;
}

/** Records that were not taken, each with its reason and what to do. */
export function RefusedList({ refused, refusals }: RefusedListProps) {
  const say = useSay();
  if (refusals === 0) return null;
  const more = refusals - refused.length;
  return (
    <Disclosure summary={plural(say, 'options_import_refused', refusals)} open={refusals <= 3}>
      <ul class="small">
        {refused.map(({ where, why }, n) => (
          <li key={`${n} ${where}`}>
            <Foreign text={`${where}: ${why}`} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="small">{plural(say, 'options_import_more', more)}</p>}
    </Disclosure>
  );
}
