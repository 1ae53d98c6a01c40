import { Button, Foreign, Switch, useSay } from '@/components/ui';

interface SiteBoxProps {
  site: string;
  off: boolean;
  watched: boolean;
  onSetOff: (off: boolean) => void;
  onWatch: () => void;
}

/** This site: on or off, and whether its pages are read by themselves. */
export function SiteBox({ site, off, watched, onSetOff, onWatch }: SiteBoxProps) {
  const say = useSay();
  return (
    <section class="popup-section">
      <h2>
        <Foreign text={site} />
      </h2>
      <Switch on={!off} onChange={(on) => onSetOff(!on)}>
        {say('popup_site_on')}
      </Switch>
      {off ? null : watched ? (
        <p class="soft small">{say('popup_watched')}</p>
      ) : (
        <>
          <p class="soft small">{say('popup_watch_what')}</p>
          <Button onClick={onWatch}>{say('popup_watch')}</Button>
        </>
      )}
    </section>
  );
}
