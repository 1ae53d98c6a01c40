import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tidying } from './tidying';

beforeEach(() => fakeBrowser.reset());

test('a change is followed by one alarm, which finishes what the worker left', async () => {
  const whenQuiet = vi.fn(async () => {});
  const tidy = tidying({ whenQuiet });
  await tidy.soon();
  await tidy.soon();
  const alarms = await fakeBrowser.alarms.getAll();
  expect(alarms).toHaveLength(1);
  await tidy.onAlarm(alarms[0]!);
  expect(whenQuiet).toHaveBeenCalledOnce();
});

test('another alarm leaves the library alone', async () => {
  const whenQuiet = vi.fn(async () => {});
  await tidying({ whenQuiet }).onAlarm({ name: 'of somebody else' });
  expect(whenQuiet).not.toHaveBeenCalled();
});
