import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { popoverTokens } from './tokens';

beforeEach(() => fakeBrowser.reset());

describe('popover tokens', () => {
  test('are 128 random bits in hexadecimal digits', async () => {
    const tokens = popoverTokens();
    const minted = await Promise.all([1, 2, 3, 4].map((tabId) => tokens.mint(tabId)));
    for (const token of minted) expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(minted).size).toBe(4);
  });

  test('are good once, for their tab', async () => {
    const tokens = popoverTokens();
    const token = await tokens.mint(1);
    await tokens.mint(2);
    expect(await tokens.redeem(2, token)).toBe(false);
    expect(await tokens.redeem(1, token)).toBe(true);
    expect(await tokens.redeem(1, token)).toBe(false);
  });

  test('are used up by a wrong guess', async () => {
    const tokens = popoverTokens();
    const token = await tokens.mint(1);
    expect(await tokens.redeem(1, '0'.repeat(32))).toBe(false);
    expect(await tokens.redeem(1, token)).toBe(false);
  });

  test('outlive a background that was stopped', async () => {
    const token = await popoverTokens().mint(1);
    expect(await popoverTokens().redeem(1, token)).toBe(true);
  });

  test('of a tab without one, nothing is right', async () => {
    expect(await popoverTokens().redeem(9, 'undefined')).toBe(false);
  });
});
