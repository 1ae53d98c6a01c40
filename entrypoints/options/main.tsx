import '@/assets/styles/options.css';
import browser from 'webextension-polyfill';
import { OptionsScreen } from '@/components/settings';
import { mount } from '@/components/ui';
import { saveFile } from '@/lib/app/files';
import { browserSay } from '@/lib/app/language';
import { ask } from '@/lib/app/messaging';
import { sitePatterns } from '@/lib/app/permissions';
import { decodeText } from '@/lib/corpus/sources/imports/decode';

mount(
  <OptionsScreen
    ask={ask}
    version={browser.runtime.getManifest().version}
    suggestedSite={new URLSearchParams(location.search).get('add') ?? ''}
    patternsOf={(address) => sitePatterns(address.includes('://') ? address : `https://${address}`)}
    requestHosts={(origins) => browser.permissions.request({ origins })}
    readText={async (file) => decodeText(new Uint8Array(await file.arrayBuffer()))}
    saveFile={saveFile}
  />,
  browserSay(),
);
