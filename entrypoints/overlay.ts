import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { bringOverlay } from '@/lib/app/in-page';

/* The mark and the popover's frame. Put into a page when there is something to show over it, and only then. */
export default defineUnlistedScript(bringOverlay);
