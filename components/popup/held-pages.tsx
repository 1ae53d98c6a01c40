import { Button, Foreign, useSay } from '@/components/ui';
import type { HeldPage } from '@/lib/app/messaging';
import { plural, type Report, type Say, shareSentence } from '@/lib/core/report';

interface HeldPagesProps {
  held: HeldPage[];
  /** Of the page of this tab; `null` while there is none. */
  report: Report | null;
  /** Whether the page of this tab can be held: it was read and is not held yet. */
  canHold: boolean;
  onHold: () => void;
  onCompare: (id: string) => void;
  onRelease: (id: string) => void;
}

/** Pages kept in memory for this browser session, with what each has in common with the page of this tab. */
export function HeldPages({ held, report, canHold, onHold, onCompare, onRelease }: HeldPagesProps) {
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
                {report !== null && <span class="small">{comparedSentence(say, report, page.id)}</span>}
              </span>
              {report !== null && page.id !== report.page.id && (
                <Button
                  label={say('popup_compare_label', page.title ?? page.id)}
                  onClick={() => onCompare(page.id)}
                >
                  {say('report_compare')}
                </Button>
              )}
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

/** What came of comparing the page of this tab with a held one. */
function comparedSentence(say: Say, { page, sameText, sameStory }: Report, id: string): string {
  if (id === page.id) return say('popup_held_is_this');
  const match = sameText.find(({ article }) => article.id === id);
  if (match !== undefined) return say('popup_held_shares', shareSentence(say, match));
  const isStory = sameStory.some(({ article }) => article.id === id);
  return say(isStory ? 'popup_held_story' : 'popup_held_nothing');
}
