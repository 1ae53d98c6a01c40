import '@/assets/styles/share.css';
import { ShareScreen } from '@/components/share';
import { mount } from '@/components/ui';
import { saveFile } from '@/lib/app/files';
import { frameInWorker } from '@/lib/app/framing';
import { browserSay } from '@/lib/app/language';
import { ask } from '@/lib/app/messaging';

const tab = new URLSearchParams(location.hash.slice(1)).get('tab');

mount(
  <ShareScreen
    ask={ask}
    frame={frameInWorker}
    tabId={Number(tab)}
    day={new Date().toISOString().slice(0, 10)}
    saveFile={saveFile}
    copyText={(text) => navigator.clipboard.writeText(text)}
  />,
  browserSay(),
);
