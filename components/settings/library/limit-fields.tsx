import { useId } from 'preact/hooks';
import { Button, Foreign, useSay } from '@/components/ui';
import type { RetentionRule } from '@/lib/app/messaging';

type Limit = RetentionRule['overall'];

interface LimitFieldsProps {
  name: string;
  limit: Limit;
  onLimit: (limit: Limit) => void;
  onRemove?: () => void;
}

/** So many articles at most, none older than so many days; an empty field sets no limit. */
export function LimitFields({ name, limit, onLimit, onRemove }: LimitFieldsProps) {
  const say = useSay();
  const id = useId();
  const field = (key: keyof Limit, label: string) => (
    <div class="field">
      <label for={`${id}-${key}`}>{label}</label>
      <input
        id={`${id}-${key}`}
        class="input input--number"
        type="number"
        min={0}
        value={limit[key] ?? ''}
        onInput={({ currentTarget: { value } }) =>
          onLimit({ ...limit, [key]: value === '' ? null : Math.max(0, Math.floor(Number(value))) })
        }
      />
    </div>
  );
  return (
    <fieldset class="limits">
      <legend>
        <Foreign text={name} />
      </legend>
      {field('articles', say('options_retention_articles'))}
      {field('days', say('options_retention_days'))}
      {onRemove && (
        <Button look="quiet" label={say('options_retention_remove_label', name)} onClick={onRemove}>
          {say('options_retention_remove')}
        </Button>
      )}
    </fieldset>
  );
}
