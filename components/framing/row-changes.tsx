import { useState } from 'preact/hooks';
import { Button, Disclosure, Foreign, useSay } from '@/components/ui';
import type { ActorRow } from '@/lib/core/framing';

/** Labels offered to be split off. */
const mostOffered = 30;

interface RowChangesProps {
  row: ActorRow;
  /** All rows, to merge this one with. */
  rows: ActorRow[];
  onMerge: (key: string, other: string) => void;
  onSplit: (key: string, label: string) => void;
}

/** What a reader can do where a row holds two actors, or one actor has two rows. */
export function RowChanges({ row, rows, onMerge, onSplit }: RowChangesProps) {
  const say = useSay();
  const [other, setOther] = useState('');
  const labels = [...new Set(row.labels.map(({ exact }) => exact.toLowerCase()))];
  return (
    <Disclosure summary={<span class="small">{say('framing_change_row')}</span>}>
      <p class="chips">
        <label>
          {say('framing_merge_with')}{' '}
          <select value={other} onChange={({ currentTarget }) => setOther(currentTarget.value)}>
            <option value="">{say('framing_choose_row')}</option>
            {rows
              .filter(({ key }) => key !== row.key)
              .map(({ key, actor }) => (
                <option key={key} value={key}>
                  {actor}
                </option>
              ))}
          </select>
        </label>{' '}
        <Button disabled={other === ''} onClick={() => onMerge(row.key, other)}>
          {say('framing_merge')}
        </Button>
      </p>
      {labels.length > 1 && (
        <p class="chips">
          <span class="soft small">{say('framing_split_off')}</span>
          {labels.slice(0, mostOffered).map((label) => (
            <Button
              key={label}
              look="quiet"
              label={say('framing_split_label', label)}
              onClick={() => onSplit(row.key, label)}
            >
              <Foreign text={label} />
            </Button>
          ))}
        </p>
      )}
    </Disclosure>
  );
}
