import browser from 'webextension-polyfill';
import { type Say, sayWith } from '@/lib/core/report';

/** Says sentences in the language the browser is set to, or in English where we do not speak it. */
export function browserSay(): Say {
  return sayWith((key, values) => browser.i18n.getMessage(key, values), browser.i18n.getUILanguage());
}
