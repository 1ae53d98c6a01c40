import '@/assets/styles/comparison.css';
import { ComparisonScreen } from '@/components/comparison';
import { mount } from '@/components/ui';
import { browserSay } from '@/lib/app/language';
import { ask } from '@/lib/app/messaging';

const asked = new URLSearchParams(location.hash.slice(1) || location.search);

mount(
  <ComparisonScreen ask={ask} tabId={Number(asked.get('tab'))} articleId={asked.get('article') ?? ''} />,
  browserSay(),
);
