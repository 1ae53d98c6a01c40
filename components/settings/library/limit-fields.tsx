import { useId } from 'preact/hooks';
import { Button, Foreign, useSay } from '@/components/ui';
import type { RetentionRule } from '@/lib/app/messaging';
import { NumberField } from './number-field';

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
  return (
    <fieldset class="limits">
      <legend>
        <Foreign text={name} />
      </legend>
      <NumberField
        id={`${id}-articles`}
        words={say('options_retention_articles')}
        value={limit.articles}
        onValue={(articles) => onLimit({ ...limit, articles })}
      />
      <NumberField
        id={`${id}-days`}
        words={say('options_retention_days')}
        value={limit.days}
        onValue={(days) => onLimit({ ...limit, days })}
      />
      {onRemove && (
        <Button look="quiet" label={say('options_retention_remove_label', name)} onClick={onRemove}>
          {say('options_retention_remove')}
        </Button>
      )}
    </fieldset>
  );
}
