import { Button, Foreign, useSay } from '@/components/ui';
import type { Settings } from '@/lib/app/messaging';
import { AddSite } from './add-site';
import { SettingsSection } from './settings-section';
import { allPagePatterns, watchedSites } from './site-words';

interface SitesSectionProps {
  settings: Settings;
  /** A site written into the field already, when the reader comes from the popup. */
  suggested: string;
  /** Host patterns of the site an address or host belongs to; empty if it is none. */
  patternsOf: (address: string) => string[];
  /** Asks the browser for these hosts and watches them. Must be called straight from a click. */
  onWatch: (patterns: string[]) => void;
  onUnwatch: (patterns: string[]) => void;
  onSwitchOn: (host: string) => void;
}

/** Where Refrain reads pages by itself, and where it is off. */
export function SitesSection(props: SitesSectionProps) {
  const { settings, onWatch, onUnwatch, onSwitchOn } = props;
  const say = useSay();
  const sites = watchedSites(settings.watched);
  const all = allPagePatterns.some((pattern) => settings.watched.includes(pattern));
  return (
    <SettingsSection id="sites" heading={say('options_sites')}>
      <p>{say('options_sites_what')}</p>
      <h3>{say('options_watched')}</h3>
      {sites.length === 0 && <p class="soft">{say('options_watched_none')}</p>}
      <ul class="rows">
        {sites.map(({ site, patterns }) => (
          <li key={site} class="rows__row">
            <span class="rows__words">
              <Foreign text={site} />
            </span>
            <Button
              look="quiet"
              label={say('options_unwatch_label', site)}
              onClick={() => onUnwatch(patterns)}
            >
              {say('options_unwatch')}
            </Button>
          </li>
        ))}
      </ul>
      <AddSite suggested={props.suggested} patternsOf={props.patternsOf} onWatch={onWatch} />
      <h3>{say('options_all')}</h3>
      <p class="soft">{say('options_all_what')}</p>
      {all ? (
        <Button onClick={() => onUnwatch(allPagePatterns)}>{say('options_all_stop')}</Button>
      ) : (
        <Button onClick={() => onWatch(allPagePatterns)}>{say('options_all_start')}</Button>
      )}
      <h3>{say('options_off')}</h3>
      {settings.offHosts.length === 0 && <p class="soft">{say('options_off_none')}</p>}
      <ul class="rows">
        {settings.offHosts.map((host) => (
          <li key={host} class="rows__row">
            <span class="rows__words">
              <Foreign text={host} />
            </span>
            <Button look="quiet" label={say('options_on_label', host)} onClick={() => onSwitchOn(host)}>
              {say('options_on')}
            </Button>
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
