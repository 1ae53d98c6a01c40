import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { workOnPage } from '@/lib/app/in-page';

/*
 * The content script. It is registered at run time for watched sites and injected when the reader looks. It is built as a plain
 * script, because a content script of WXT announces itself to the page by an event that carries the extension's id.
 */
export default defineUnlistedScript(workOnPage);
