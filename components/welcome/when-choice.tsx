import { useState } from 'preact/hooks';
import { AddSite, allPagePatterns } from '@/components/settings';
import { Button, Choices, useSay } from '@/components/ui';

interface WhenChoiceProps {
  allPages: boolean;
  /** Sites that are watched already. */
  sites: string[];
  patternsOf: (address: string) => string[];
  onWatch: (patterns: string[]) => void;
  /** Watch nothing any more. */
  onStop: () => void;
}

const choices = [
  ['click', 'welcome_when_click', 'welcome_when_click_what'],
  ['sites', 'welcome_when_sites', 'welcome_when_sites_what'],
  ['all', 'welcome_when_all', 'welcome_when_all_what'],
] as const;

/** When pages are read: only on a click, on picked sites, on all. Nothing changes before the browser was asked. */
export function WhenChoice({ allPages, sites, patternsOf, onWatch, onStop }: WhenChoiceProps) {
  const say = useSay();
  const [chosen, choose] = useState<(typeof choices)[number][0]>(
    allPages ? 'all' : sites.length > 0 ? 'sites' : 'click',
  );
  return (
    <Choices
      name="when"
      legend={say('welcome_when')}
      legendHidden
      choices={choices.map(([value, words, what]) => ({ value, words: say(words), what: say(what) }))}
      chosen={chosen}
      onChoose={choose}
    >
      {chosen === 'click' && (allPages || sites.length > 0) && (
        <div class="choice__more">
          <Button onClick={onStop}>{say('welcome_stop')}</Button>
        </div>
      )}
      {chosen === 'sites' && (
        <div class="choice__more">
          <AddSite suggested="" patternsOf={patternsOf} onWatch={onWatch} />
          {sites.length > 0 && <p>{say('welcome_watching', sites.join(', '))}</p>}
        </div>
      )}
      {chosen === 'all' && (
        <div class="choice__more">
          {allPages ? (
            <p>{say('welcome_watching_all')}</p>
          ) : (
            <Button look="main" onClick={() => onWatch(allPagePatterns)}>
              {say('options_all_start')}
            </Button>
          )}
        </div>
      )}
    </Choices>
  );
}
