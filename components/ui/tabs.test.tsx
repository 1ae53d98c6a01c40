// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { doing, draw, named, problems } from '@/tests/fixtures/draw';
import { Tabs, tabAfter } from './tabs';

const three = [
  { name: 'One', content: <p>first</p> },
  { name: 'Two', content: <p>second</p> },
  { name: 'Three', content: <p>third</p> },
];

describe('tabs', () => {
  it('have one tab stop, and show the panel of the chosen tab only', async () => {
    const page = await draw(<Tabs label="Parts" tabs={three} />);
    expect([...page.querySelectorAll('[role="tab"]')].map((tab) => tab.getAttribute('tabindex'))).toEqual([
      '0',
      '-1',
      '-1',
    ]);
    expect(
      [...page.querySelectorAll('[role="tabpanel"]:not([hidden])')].map((panel) => panel.textContent),
    ).toEqual(['first']);
  });

  it('follow the arrow keys, and take the focus along', async () => {
    const page = await draw(<Tabs label="Parts" tabs={three} />);
    const key = (name: string) =>
      doing(() =>
        page
          .querySelector('[role="tablist"]')!
          .dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })),
      );
    await key('ArrowLeft');
    expect(document.activeElement).toBe(named('Three'));
    await key('ArrowRight');
    await key('ArrowRight');
    expect(named('Two').getAttribute('aria-selected')).toBe('true');
    expect(page.querySelector('[role="tabpanel"]:not([hidden])')!.textContent).toBe('second');
  });

  it('turn round where text runs from right to left', () => {
    expect(tabAfter('ArrowLeft', 0, 3, true)).toBe(1);
    expect(tabAfter('ArrowRight', 0, 3, true)).toBe(2);
  });

  it('leave other keys alone', () => {
    expect(tabAfter('a', 0, 3, false)).toBeNull();
    expect(tabAfter('ArrowDown', 0, 3, false)).toBeNull();
  });

  it('are clean to axe', async () => {
    expect(
      await problems(
        await draw(
          <main>
            <h1>x</h1>
            <Tabs label="Parts" tabs={three} />
          </main>,
        ),
      ),
    ).toEqual([]);
  });
});
