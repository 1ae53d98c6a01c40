import { Button, Foreign, useSay } from '@/components/ui';
import type { HeldPage } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';

interface HeldPagesProps {
  held: HeldPage[];
  /** Whether the page of this tab can be held: it was read and is not held yet. */
  canHold: boolean;
  onHold: () => void;
  onRelease: (id: string) => void;
}

/** Pages kept in memory for this browser session, to compare other pages with. */
export function HeldPages({ held, canHold, onHold, onRelease }: HeldPagesProps) {
  const say = useSay();
  if (held.length === 0 && !canHold) return null;
  return (
    <section class="popup-section">
      <h2>{say('popup_hold_heading')}</h2>
      <p class="soft small">{say('popup_hold_what')}</p>
      {held.length > 0 && (
        <ul class="rows">
          {held.map((page) => (
            <li key={page.id} class="rows__row">
              <span class="rows__words">
                <Foreign text={page.title ?? page.url ?? page.id} />
                <span class="soft small">
                  {page.outlet !== null && (
                    <>
                      <Foreign text={page.outlet} />,{' '}
                    </>
                  )}
                  {plural(say, 'popup_words', page.words)}
                </span>
              </span>
              <Button
                look="quiet"
                label={say('popup_release_label', page.title ?? page.id)}
                onClick={() => onRelease(page.id)}
              >
                {say('popup_release')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {canHold && <Button onClick={onHold}>{say('popup_hold')}</Button>}
    </section>
  );
}
