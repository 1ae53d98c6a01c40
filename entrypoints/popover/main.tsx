import '@/assets/styles/popover.css';
import { PopoverScreen } from '@/components/popover';
import { mount } from '@/components/ui';
import { frameInWorker } from '@/lib/app/framing';
import { browserSay } from '@/lib/app/language';
import { ask } from '@/lib/app/messaging';

mount(<PopoverScreen ask={ask} frame={frameInWorker} token={location.hash.slice(1)} />, browserSay());
