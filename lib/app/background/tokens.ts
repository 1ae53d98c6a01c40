import browser from 'webextension-polyfill';

const keyOf = (tabId: number) => `token:${tabId}`;

/**
 * One-time tokens that let the popover frame of one tab have that tab's report. The frame's address can be opened by
 * any page; without a token it stays blank. A new token replaces the tab's older one.
 */
export function popoverTokens() {
  return {
    /** 128 random bits as 32 hexadecimal digits. */
    async mint(tabId: number): Promise<string> {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      const token = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      await browser.storage.session.set({ [keyOf(tabId)]: token });
      return token;
    },

    /** Whether the token is this tab's; right or wrong, it is used up. */
    async redeem(tabId: number, token: string): Promise<boolean> {
      const key = keyOf(tabId);
      const stored = await browser.storage.session.get(key);
      await browser.storage.session.remove(key);
      return stored[key] === token;
    },

    forget: (tabId: number) => browser.storage.session.remove(keyOf(tabId)),
  };
}

export type PopoverTokens = ReturnType<typeof popoverTokens>;
