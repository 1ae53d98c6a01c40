import { Button, ExternalLink, Foreign, useSay } from '@/components/ui';
import type { LateAnswer } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';

interface LateListProps {
  answers: LateAnswer[];
  onOpenLink: (url: string) => void;
  onDismiss: (id: string) => void;
}

/** Pages that nothing was found for when they were read, and something was since. */
export function LateList({ answers, onOpenLink, onDismiss }: LateListProps) {
  const say = useSay();
  if (answers.length === 0) return null;
  return (
    <section class="popup-section">
      <h2>{say('popup_late')}</h2>
      <ul class="rows">
        {answers.map(({ id, url, title, outlets }) => (
          <li key={id} class="rows__row">
            <span class="rows__words">
              <ExternalLink url={url} onOpenLink={onOpenLink}>
                <Foreign text={title ?? url ?? id} />
              </ExternalLink>
              <span class="soft small">{plural(say, 'popup_late_outlets', outlets)}</span>
            </span>
            <Button
              look="quiet"
              label={say('popup_late_dismiss_label', title ?? id)}
              onClick={() => onDismiss(id)}
            >
              {say('popup_late_dismiss')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
