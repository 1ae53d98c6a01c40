import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, readSettings } from '@/lib/app/settings';
import { sites } from './sites';

const daily = ['https://*.daily.example/*', 'http://*.daily.example/*'];
const gazette = ['https://*.gazette.example/*', 'http://*.gazette.example/*'];

/** A browser that grants what is in `grants` and remembers what was registered and injected. */
async function browserGranting(...grants: string[]) {
  const state = { grants, registered: [] as Registered[], injected: 0 };
  const { permissions, scripting, tabs } = fakeBrowser;
  vi.spyOn(permissions, 'contains').mockImplementation(async ({ origins = [] }: { origins?: string[] }) =>
    origins.every((origin) => state.grants.includes(origin)),
  );
  vi.spyOn(scripting, 'getRegisteredContentScripts').mockImplementation(async () => state.registered);
  const put = async (scripts: Registered[]) => {
    state.registered = scripts;
  };
  vi.spyOn(scripting, 'registerContentScripts').mockImplementation(put);
  vi.spyOn(scripting, 'updateContentScripts').mockImplementation(put);
  vi.spyOn(scripting, 'unregisterContentScripts').mockImplementation(async () => {
    state.registered = [];
  });
  vi.spyOn(scripting, 'executeScript').mockImplementation(async () => {
    state.injected += 1;
    return [];
  });
  const open = await tabs.create({ url: 'https://www.daily.example/open' });
  vi.spyOn(tabs, 'query').mockImplementation(async ({ url }: Browser.tabs.QueryInfo) =>
    daily.every((pattern) => url?.includes(pattern)) ? [open] : [],
  );
  return state;
}

type Registered = Browser.scripting.RegisteredContentScript;

let clock = 0;
const start = () => sites(() => clock);

beforeEach(() => {
  fakeBrowser.reset();
  clock = 0;
});
afterEach(() => vi.restoreAllMocks());

describe('watching a site', () => {
  test('that is granted registers the script for it and runs it in its open pages', async () => {
    const state = await browserGranting(...daily);
    expect((await start().watch(daily)).watched).toEqual(daily);
    expect(state.registered).toMatchObject([{ matches: daily, persistAcrossSessions: true }]);
    expect(state.injected).toBe(1);
  });

  test('that is not granted yet waits for the browser', async () => {
    const state = await browserGranting();
    expect((await start().watch(daily)).watched).toEqual([]);
    expect(state.registered).toEqual([]);

    state.grants = daily;
    await start().permissionsAdded();
    expect((await readSettings()).watched).toEqual(daily);
    expect(state.registered).toMatchObject([{ matches: daily }]);
  });

  test('a wish that was never granted is forgotten after two minutes', async () => {
    const state = await browserGranting();
    await start().watch(daily);
    clock = 120_001;
    state.grants = daily;
    await start().permissionsAdded();
    expect((await readSettings()).watched).toEqual([]);
  });

  test('hosts granted for something else are not watched', async () => {
    await browserGranting(...gazette);
    await start().permissionsAdded();
    expect((await readSettings()).watched).toEqual([]);
  });

  test('ends when the permission is taken back, and other sites stay', async () => {
    const state = await browserGranting(...daily, ...gazette);
    await start().watch([...daily, ...gazette]);
    state.grants = gazette;
    await start().permissionsRemoved();
    expect((await readSettings()).watched).toEqual(gazette);
    expect(state.registered).toMatchObject([{ matches: gazette }]);
  });

  test('ends with the last site', async () => {
    const state = await browserGranting(...daily);
    await start().watch(daily);
    await start().unwatch(daily);
    expect(state.registered).toEqual([]);
  });

  test('is taken up again after an update, which clears the registration', async () => {
    const state = await browserGranting(...daily);
    await start().watch(daily);
    state.registered = [];
    state.injected = 0;
    await start().startAgain({ openPages: true });
    expect(state.registered).toMatchObject([{ matches: daily }]);
    expect(state.injected).toBe(1);
  });

  test('leaves out hosts that are switched off, until they are switched on', async () => {
    const state = await browserGranting(...daily);
    await start().watch(daily);
    await start().setHostOff('sport.daily.example', true);
    expect(state.registered[0]?.excludeMatches).toEqual([
      'https://*.sport.daily.example/*',
      'http://*.sport.daily.example/*',
    ]);
    await start().setHostOff('sport.daily.example', false);
    expect(state.registered[0]?.excludeMatches).toEqual([]);
  });
});

describe('isWatched', () => {
  test('needs the wish, the grant, and the site switched on', async () => {
    const state = await browserGranting(...daily);
    await start().watch(daily);
    const watched = (address: string) => start().isWatched(address);
    expect(await watched('https://www.daily.example/a')).toBe(true);
    expect(await watched('https://gazette.example/a')).toBe(false);

    await changeSettings((settings) => ({ ...settings, offHosts: ['daily.example'] }));
    expect(await watched('https://www.daily.example/a')).toBe(false);

    await changeSettings((settings) => ({ ...settings, offHosts: [] }));
    state.grants = [];
    expect(await watched('https://www.daily.example/a')).toBe(false);
  });
});
