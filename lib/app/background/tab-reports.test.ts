import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type TabReport, tabReports } from './tab-reports';

const report: TabReport = {
  url: 'https://daily.example/a',
  privateTab: false,
  reading: null,
  outcome: { status: 'not-an-article', because: 'no-text' },
  gone: false,
  comparedWith: 0,
};

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('reports by tab', () => {
  test('outlive a background that was stopped', async () => {
    await tabReports().keep(1, report);
    expect(await tabReports().get(1)).toEqual(report);
    expect(await tabReports().get(2)).toBeNull();
  });

  test('of private tabs are written nowhere', async () => {
    const reports = tabReports();
    await reports.keep(1, { ...report, privateTab: true });
    expect(await reports.get(1)).not.toBeNull();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  test('are forgotten with their tab', async () => {
    const reports = tabReports();
    await reports.keep(1, report);
    await reports.forget(1);
    expect(await reports.get(1)).toBeNull();
    expect(await tabReports().get(1)).toBeNull();
  });

  test('are marked when their page goes, in the next background too', async () => {
    const reports = tabReports();
    await reports.keep(1, report);
    await reports.markGone(1);
    expect(await reports.get(1)).toMatchObject({ gone: true });
    expect(await tabReports().get(1)).toMatchObject({ gone: true });
  });

  test('of the next page stay when the page before goes late', async () => {
    await tabReports().keep(1, report);
    const reports = tabReports();
    const going = reports.markGone(1);
    await reports.keep(1, { ...report, url: 'https://daily.example/b' });
    await going;
    expect(await reports.get(1)).toMatchObject({ url: 'https://daily.example/b', gone: false });
  });

  test('make room for a new one when the session’s memory is full', async () => {
    const reports = tabReports();
    await reports.keep(1, report);
    await fakeBrowser.storage.session.set({ 'held-pages': ['kept'] });
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('quota bytes exceeded'));
    await reports.keep(2, report);
    expect(Object.keys(await fakeBrowser.storage.session.get(null)).sort()).toEqual(['held-pages', 'tab:2']);
  });
});
