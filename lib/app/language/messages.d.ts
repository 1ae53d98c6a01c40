import type { PhraseKey } from '@/lib/core/report';

declare module 'wxt/browser' {
  /** Sentences that the content scripts say by the browser's own catalogue. */
  interface WxtI18n {
    getMessage(messageName: PhraseKey): string;
  }
}
