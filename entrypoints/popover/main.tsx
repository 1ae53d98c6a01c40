import '@/assets/styles/popover.css';
import { PopoverScreen } from '@/components/popover';
import { mount } from '@/components/ui';
import { browserSay } from '@/lib/app/language';
import { ask } from '@/lib/app/messaging';

mount(<PopoverScreen ask={ask} token={location.hash.slice(1)} />, browserSay());
