import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, readSettings } from './settings';
import { defaultSettings } from './stored-settings';

beforeEach(() => fakeBrowser.reset());

const stored = async () => (await fakeBrowser.storage.local.get('settings')).settings;

describe('settings', () => {
  test('begin with the defaults, and nothing is written by reading them', async () => {
    expect(await readSettings()).toEqual(defaultSettings);
    expect(await stored()).toBeUndefined();
  });

  test('keep a change', async () => {
    await changeSettings((settings) => ({ ...settings, cueMode: 'always' }));
    expect(await readSettings()).toEqual({ ...defaultSettings, cueMode: 'always' });
    expect(await stored()).toMatchObject({ version: 1 });
  });

  test('lose none of two changes made at once', async () => {
    await Promise.all([
      changeSettings((settings) => ({ ...settings, welcomed: true })),
      changeSettings((settings) => ({ ...settings, offHosts: [...settings.offHosts, 'a.example'] })),
    ]);
    expect(await readSettings()).toEqual({ ...defaultSettings, welcomed: true, offHosts: ['a.example'] });
  });

  test('of a newer version are left as they are; the defaults hold meanwhile', async () => {
    const newer = { version: 99, cueMode: 'sometimes' };
    await fakeBrowser.storage.local.set({ settings: newer });
    expect(await readSettings()).toEqual(defaultSettings);
    await expect(changeSettings((settings) => settings)).rejects.toThrow('problem_newer_settings');
    expect(await stored()).toEqual(newer);
  });

  test('with one damaged field keep the others', async () => {
    await fakeBrowser.storage.local.set({
      settings: {
        version: 1,
        cueMode: 7,
        minWords: 3,
        offHosts: ['a.example'],
        watched: 'x',
        welcomed: true,
      },
    });
    expect(await readSettings()).toEqual({ ...defaultSettings, offHosts: ['a.example'], welcomed: true });
  });

  test.each([[null], ['a'], [[]], [{}], [{ version: 0 }], [{ version: '1' }]])(
    'that cannot be read (%j) give the defaults',
    async (broken) => {
      await fakeBrowser.storage.local.set({ settings: broken });
      expect(await readSettings()).toEqual(defaultSettings);
    },
  );
});
