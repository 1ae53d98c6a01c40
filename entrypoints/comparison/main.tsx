import '@/assets/styles/comparison.css';
import { ComparisonScreen } from '@/components/comparison';
import { mount } from '@/components/ui';
import { frameInWorker } from '@/lib/app/framing';
import { browserSay } from '@/lib/app/language';
import { ask } from '@/lib/app/messaging';

const asked = new URLSearchParams(location.hash.slice(1) || location.search);

mount(
  <ComparisonScreen
    ask={ask}
    frame={frameInWorker}
    tabId={Number(asked.get('tab'))}
    articleId={asked.get('article') ?? ''}
  />,
  browserSay(),
);
