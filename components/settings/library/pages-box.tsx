import { Button, Foreign, Switch, useSay } from '@/components/ui';
import type { Settings } from '@/lib/app/messaging';

interface PagesBoxProps {
  settings: Settings;
  onKeepPages: (keepPages: Settings['keepPages']) => void;
  onLateAnswers: (on: boolean) => void;
}

/** Which pages that the reader reads go into the library, and whether those without an answer are asked about again. */
export function PagesBox({
  settings: { keepPages, lateAnswers },
  onKeepPages,
  onLateAnswers,
}: PagesBoxProps) {
  const say = useSay();
  const { all, sites } = keepPages;
  return (
    <>
      <h3>{say('options_pages')}</h3>
      <p class="soft">{say('options_pages_what')}</p>
      <Switch on={all} onChange={(on) => onKeepPages({ all: on, sites })}>
        {say('options_pages_all')}
      </Switch>
      {sites.length > 0 && (
        <ul class="rows">
          {sites.map((site) => (
            <li key={site} class="rows__row">
              <Foreign text={site} />
              <Button
                look="quiet"
                label={say('options_pages_remove_label', site)}
                onClick={() => onKeepPages({ all, sites: sites.filter((one) => one !== site) })}
              >
                {say('options_pages_remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p class="soft">{say('options_late_what')}</p>
      <Switch on={lateAnswers} onChange={onLateAnswers}>
        {say('options_late')}
      </Switch>
    </>
  );
}
