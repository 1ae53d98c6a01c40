import { useEffect, useState } from 'preact/hooks';
import { PacksBox, type PacksBoxProps } from '@/components/packs';
import {
  type Ask,
  FailureNote,
  LiveRegion,
  Masthead,
  type RequestHosts,
  useReturn,
  useSay,
  useWithHosts,
  useWork,
} from '@/components/ui';
import type { LibraryCounts, Settings } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { type BackupFiles, BackupSection } from './backup';
import { CueChoice } from './cue-choice';
import { exportLibrary } from './files';
import { FollowedSection } from './followed-section';
import { useImports } from './imports';
import type { StorageAsk } from './library';
import { LibrarySection } from './library-section';
import { OutletEditsSection } from './outlets/outlet-edits-section';
import { SettingsSection } from './settings-section';
import type { ShippedFeed } from './shipped-list';
import { SitesSection } from './sites-section';
import { WordsAskedChoice } from './words-asked-choice';
import { AboutSection, MatchingSection, PrivacySection } from './words-sections';

export interface OptionsScreenProps {
  ask: Ask;
  version: string;
  /** A site to offer in the field, when the reader comes from the popup. */
  suggestedSite: string;
  patternsOf: (address: string) => string[];
  /** Outlets to choose from. */
  shipped: readonly ShippedFeed[];
  /** A feed to offer in the field, when the reader comes from the popup. */
  suggestedFeed: string;
  /** Host pattern of an address alone; `null` for anything but the web. */
  originOf: (address: string) => string | null;
  requestHosts: RequestHosts;
  /** A file's text by whatever charset it is in; `null` when it is no text at all. */
  readText: (file: File) => Promise<string | null>;
  /** Tells of every change of the list of requests. @returns what ends it */
  onRequestsChanged: (tell: () => void) => () => void;
  /** Puts a file where the background can read it; gives its number there. */
  stageFile: (file: File) => Promise<number>;
  storage: StorageAsk;
  backups: BackupFiles;
  /** Hands the reader a file to save. */
  saveFile: (name: string, content: Blob) => void;
  /** What packs need of the browser and of files. */
  packs: Pick<PacksBoxProps, 'today' | 'hostsOf' | 'openFiles' | 'makePack'>;
}

const sections = [
  ['sites', 'options_sites'],
  ['outlets', 'feed_heading'],
  ['library', 'options_library'],
  ['packs', 'options_packs'],
  ['outlet-names', 'outlet_edits_heading'],
  ['matching', 'options_matching'],
  ['appearance', 'options_appearance'],
  ['privacy', 'options_privacy'],
  ['backup', 'options_backup'],
  ['about', 'options_about'],
] as const;

/** The options page: everything the reader can decide. */
export function OptionsScreen(props: OptionsScreenProps) {
  const { ask, readText, stageFile, requestHosts, saveFile } = props;
  const say = useSay();
  const { failure, work } = useWork();
  const [settings, setSettings] = useState<Settings | null>(null);
  const [counts, setCounts] = useState<LibraryCounts | null>(null);
  /** Sections that show what a deletion takes along are drawn anew after each. */
  const [deletions, setDeletions] = useState(0);
  const [exporting, setExporting] = useState(false);
  const [news, setNews] = useState('');

  const withHosts = useWithHosts({ requestHosts, work, onRefused: setNews });

  const read = async () => {
    setSettings(await ask('settings'));
    setCounts(await ask('libraryCounts'));
  };
  useEffect(() => {
    work(read);
  }, []);
  useReturn(read);

  const watch = (patterns: string[]) =>
    withHosts(patterns, async () => setSettings(await ask('watch', patterns)));

  const recount = (answer: Promise<LibraryCounts>) =>
    work(async () => {
      const next = await answer;
      setCounts(next);
      setNews(plural(say, 'options_now_holds', next.articles));
    });

  const imports = useImports({ ask, stageFile, onChanged: () => recount(ask('libraryCounts')) });

  return (
    <div class="options">
      <Masthead heading />
      <nav class="options__nav" aria-label={say('options_sections')}>
        <ul>
          {sections.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{say(name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="options__main">
        <FailureNote failure={failure} />
        {settings !== null && (
          <SitesSection
            settings={settings}
            suggested={props.suggestedSite}
            patternsOf={props.patternsOf}
            onWatch={watch}
            onUnwatch={(patterns) => work(async () => setSettings(await ask('unwatch', patterns)))}
            onSwitchOn={(host) => work(async () => setSettings(await ask('setHostOff', host, false)))}
          />
        )}
        <FollowedSection
          ask={ask}
          shipped={props.shipped}
          suggested={props.suggestedFeed}
          watched={settings?.watched ?? null}
          onWatch={watch}
          patternsOf={props.patternsOf}
          originOf={props.originOf}
          requestHosts={requestHosts}
          readText={readText}
          saveFile={saveFile}
        />
        {counts !== null && settings !== null && (
          <LibrarySection
            ask={ask}
            settings={settings}
            storage={props.storage}
            onKeepPages={(keepPages) => work(async () => setSettings(await ask('setKeepPages', keepPages)))}
            onLateAnswers={(on) => work(async () => setSettings(await ask('setLateAnswers', on)))}
            onCounts={(next) => recount(Promise.resolve(next))}
            counts={counts}
            imports={imports}
            exporting={exporting}
            onExport={() =>
              work(async () => {
                setExporting(true);
                try {
                  saveFile('refrain-library.jsonl', await exportLibrary(ask));
                } finally {
                  setExporting(false);
                }
              })
            }
            onDeleteOutlet={(outlet) => recount(ask('deleteOutlet', outlet))}
            onDeleteAll={async () => {
              await recount(ask('deleteAll'));
              setDeletions(deletions + 1);
              await imports.reread();
            }}
            onAcknowledgeLoss={() => recount(ask('acknowledgeLoss'))}
          />
        )}
        {counts !== null && (
          <SettingsSection id="packs" heading={say('options_packs')}>
            <PacksBox
              key={deletions}
              {...props.packs}
              ask={ask}
              outlets={counts.outlets}
              requestHosts={requestHosts}
              saveFile={saveFile}
              onChanged={() => work(async () => setCounts(await ask('libraryCounts')))}
            />
          </SettingsSection>
        )}
        {settings !== null && (
          <OutletEditsSection
            edits={settings.outletEdits}
            onChange={(edits) => work(async () => setSettings(await ask('setOutletEdits', edits)))}
          />
        )}
        <MatchingSection>
          {settings !== null && (
            <WordsAskedChoice
              words={settings.minWords}
              onChoose={(words) => work(async () => setSettings(await ask('setMinWords', words)))}
            />
          )}
        </MatchingSection>
        {settings !== null && (
          <SettingsSection id="appearance" heading={say('options_appearance')}>
            <CueChoice
              mode={settings.cueMode}
              onChoose={(mode) => work(async () => setSettings(await ask('setCueMode', mode)))}
            />
          </SettingsSection>
        )}
        <PrivacySection ask={ask} onRequestsChanged={props.onRequestsChanged} />
        <BackupSection
          ask={ask}
          backups={props.backups}
          imports={imports}
          held={counts?.articles ?? null}
          originOf={props.originOf}
          requestHosts={requestHosts}
          saveFile={saveFile}
        />
        <AboutSection version={props.version} />
      </main>
      <LiveRegion words={news} />
    </div>
  );
}
