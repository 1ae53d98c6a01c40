import browser from 'webextension-polyfill';
import { type Say, sayWith } from '@/lib/core/report';

/**
 * Says sentences in the language the browser is set to, or in English where we do not speak it. Numbers and dates follow
 * the catalogue that was found, not the browser, so that one sentence is in one language.
 */
export function browserSay(): Say {
  return sayWith(
    (key, values) => browser.i18n.getMessage(key, values),
    browser.i18n.getMessage('catalogue_language') || 'en',
  );
}
