// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onRouteChange } from './route-changes';

/** The Navigation API as far as it is listened to; happy-dom has none. */
const navigation = new EventTarget();
const goTo = (path: string) => {
  history.pushState(null, '', path);
  navigation.dispatchEvent(new Event('currententrychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigation', navigation);
  location.href = 'https://daily.example/a';
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watch() {
  const told: string[] = [];
  const life = new AbortController();
  onRouteChange({ left: () => told.push('left'), arrived: () => told.push('arrived') }, life.signal);
  return { told, life };
}

describe('a page that becomes another in place', () => {
  test('is left at once, and arrived at after a second of quiet', () => {
    const { told, life } = watch();
    goTo('/b');
    expect(told).toEqual(['left']);
    vi.advanceTimersByTime(999);
    expect(told).toEqual(['left']);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['left', 'arrived']);
    life.abort();
  });

  test('a hundred times in a row is arrived at once', () => {
    const { told, life } = watch();
    for (let n = 0; n < 100; n += 1) {
      goTo(`/page-${n}`);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1_000);
    expect(told.filter((what) => what === 'arrived')).toHaveLength(1);
    life.abort();
  });

  test('is the same page when only the place in it changes', () => {
    const { told, life } = watch();
    goTo('#comments');
    vi.advanceTimersByTime(2_000);
    expect(told).toEqual([]);
    life.abort();
  });

  test('is nobody’s business once the script has ended', () => {
    const { told, life } = watch();
    goTo('/c');
    life.abort();
    goTo('/d');
    vi.advanceTimersByTime(2_000);
    expect(told).toEqual(['left']);
  });
});
