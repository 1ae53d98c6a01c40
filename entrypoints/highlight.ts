import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { highlightWhenTold } from '@/lib/app/in-page';

/* Put into a page when the reader first asks to see a passage in it: finding it again takes code that reading does not need. */
export default defineUnlistedScript(highlightWhenTold);
