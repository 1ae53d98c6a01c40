import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask, ExtensionGone } from './ask';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key: string) => key);
});
afterEach(() => vi.restoreAllMocks());

/** Answers each question with the next of these replies; `dies` stands for a background that is stopped before it answers. */
function background(...replies: unknown[]) {
  const asked: unknown[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    asked.push(message);
    const reply = replies.shift();
    if (reply === 'dies') throw new Error('The message channel closed before a response was received.');
    return reply;
  });
  return asked;
}

describe('ask', () => {
  test('gives the answer', async () => {
    const asked = background({ answer: [] });
    expect(await ask('heldPages')).toEqual([]);
    expect(asked).toEqual([{ ask: 'heldPages', args: [] }]);
  });

  test('asks once more, silently, when the background was stopped', async () => {
    const asked = background('dies', { answer: { shown: true } });
    expect(await ask('showOnPage', 3)).toEqual({ shown: true });
    expect(asked).toHaveLength(2);
  });

  test('says that there is no answer when it is stopped twice', async () => {
    background('dies', 'dies');
    await expect(ask('heldPages')).rejects.toThrow('problem_no_answer');
  });

  test('passes the background’s sentence on and does not ask again', async () => {
    const asked = background({ problem: 'The library could not be opened.' });
    await expect(ask('heldPages')).rejects.toThrow('The library could not be opened.');
    expect(asked).toHaveLength(1);
  });

  test('an answer that is nothing is an answer', async () => {
    background({ answer: undefined });
    expect(await ask('pageGone', 'left')).toBeUndefined();
  });

  test('knows when its extension is gone', async () => {
    background();
    const { id } = fakeBrowser.runtime;
    Reflect.deleteProperty(fakeBrowser.runtime, 'id');
    await expect(ask('heldPages')).rejects.toBeInstanceOf(ExtensionGone);
    fakeBrowser.runtime.id = id;
  });
});
