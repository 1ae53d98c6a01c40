import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '@/lib/app/background';

// A classic script: a module would share its parts with the pages, and a worker that loads a dozen files wakes half as fast.
export default defineBackground(startBackground);
