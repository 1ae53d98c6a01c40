import { describe, expect, test } from 'vitest';
import { whoAsks } from './asker';

const own = { id: 'refrain', origin: 'chrome-extension://refrain' };
const tab = { id: 7, incognito: false };
const inPage = { id: 'refrain', url: 'https://daily.example/a', frameId: 0, tab };

describe('whoAsks', () => {
  test('knows a content script in the main frame of a web page', () => {
    expect(whoAsks(inPage, own)).toEqual({
      kind: 'page',
      tabId: 7,
      url: 'https://daily.example/a',
      privateTab: false,
    });
  });

  test('knows the popover frame by its address and keeps it to its tab', () => {
    const sender = { ...inPage, url: `${own.origin}/popover.html#abc`, frameId: 3 };
    expect(whoAsks(sender, own)).toEqual({ kind: 'popover', tabId: 7, privateTab: false });
  });

  test('knows our other pages, in a tab or without one', () => {
    expect(whoAsks({ id: 'refrain', url: `${own.origin}/popup.html` }, own)).toEqual({ kind: 'own' });
    expect(whoAsks({ ...inPage, url: `${own.origin}/options.html?x` }, own)).toEqual({ kind: 'own' });
  });

  test.each([
    ['another extension', { ...inPage, id: 'someone-else' }],
    ['a frame inside a page', { ...inPage, frameId: 4 }],
    ['a page whose address only begins like ours', { ...inPage, url: `${own.origin}.example/popup.html` }],
    ['a page of the browser', { ...inPage, url: 'chrome://settings' }],
    ['a local file', { ...inPage, url: 'file:///home/reader/a.html' }],
    ['a sender without address', { id: 'refrain', tab }],
    ['a content script without tab', { id: 'refrain', url: 'https://daily.example/a', frameId: 0 }],
    ['a popover without tab', { id: 'refrain', url: `${own.origin}/popover.html` }],
  ])('does not answer %s', (_, sender) => {
    expect(whoAsks(sender, own)).toBeNull();
  });
});
