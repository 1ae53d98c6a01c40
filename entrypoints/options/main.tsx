import '@/assets/styles/options.css';
import browser from 'webextension-polyfill';
import shipped from '@/assets/feeds.json';
import { OptionsScreen } from '@/components/settings';
import { mount } from '@/components/ui';
import { saveFile } from '@/lib/app/files';
import { browserSay } from '@/lib/app/language';
import { ask } from '@/lib/app/messaging';
import { writtenSitePatterns } from '@/lib/app/permissions';
import { onRequestsChanged, originPattern } from '@/lib/app/requests';
import { decodeText } from '@/lib/corpus/sources/imports/decode';
import { stagedFiles } from '@/lib/corpus/store/adding/staged-files';
import { backupFiles } from './backup-files';

/** Reading and making packs brings everything that reads articles; it is fetched when it is asked for. */
const packs = () => import('@/lib/app/packs');

mount(
  <OptionsScreen
    ask={ask}
    version={browser.runtime.getManifest().version}
    suggestedSite={new URLSearchParams(location.search).get('add') ?? ''}
    suggestedFeed={new URLSearchParams(location.search).get('feed') ?? ''}
    shipped={shipped.feeds}
    originOf={originPattern}
    patternsOf={writtenSitePatterns}
    requestHosts={(origins) => browser.permissions.request({ origins })}
    readText={async (file) => decodeText(new Uint8Array(await file.arrayBuffer()))}
    onRequestsChanged={onRequestsChanged}
    backups={backupFiles}
    storage={{
      state: async () => ({ kept: await navigator.storage.persisted() }),
      keep: async () => ({ kept: await navigator.storage.persist() }),
    }}
    stageFile={(file) => stagedFiles.put({ name: file.name, content: file }, Date.now())}
    saveFile={saveFile}
    packs={{
      today: new Date().toISOString().slice(0, 10),
      hostsOf: (address) => [originPattern(address) ?? []].flat(),
      openFiles: async (files) => (await packs()).chosenPack(files, ask),
      makePack: async (wish, tell) => (await packs()).makePack(wish, ask, new Date(), tell),
    }}
  />,
  browserSay(),
);
