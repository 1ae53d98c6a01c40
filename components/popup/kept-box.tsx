import { Switch, useSay } from '@/components/ui';
import type { KeptHere, Settings } from '@/lib/app/messaging';

interface KeptBoxProps {
  kept: KeptHere;
  site: string;
  keepPages: Settings['keepPages'];
  onKeepSite: (on: boolean) => void;
}

/** Whether this page is kept, and whether pages of this site are to be. */
export function KeptBox({ kept, site, keepPages, onKeepSite }: KeptBoxProps) {
  const say = useSay();
  return (
    <section class="popup-section">
      <h2>{say('popup_kept')}</h2>
      <p class="soft small">
        {say(kept.privateTab ? 'popup_kept_private' : kept.held ? 'popup_kept_held' : 'popup_kept_not')}
      </p>
      {!kept.privateTab &&
        (keepPages.all ? (
          <p class="soft small">{say('popup_kept_all')}</p>
        ) : (
          <Switch on={keepPages.sites.includes(site)} onChange={onKeepSite}>
            {say('popup_kept_site', site)}
          </Switch>
        ))}
    </section>
  );
}
