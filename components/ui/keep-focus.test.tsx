// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { beforeEach, expect, it } from 'vitest';
import { doing, draw, named } from '@/tests/fixtures/draw';
import { keepFocus } from './keep-focus';

function Outlets() {
  const [outlets, setOutlets] = useState(['Courier', 'Gazette', 'Tribune']);
  return (
    <section>
      <h2>Outlets</h2>
      {outlets.length > 0 && (
        <ul>
          {outlets.map((outlet) => (
            <li key={outlet}>
              <button
                type="button"
                aria-label={`Delete ${outlet}`}
                onClick={() => setOutlets(outlets.filter((other) => other !== outlet))}
              />
            </li>
          ))}
        </ul>
      )}
      <p>There is nothing else.</p>
    </section>
  );
}

async function pressFocused(name: string) {
  named(name).focus();
  await doing(() => named(name).click());
}

beforeEach(async () => {
  document.body.replaceWith(document.createElement('body'));
  keepFocus(document.body);
  await draw(<Outlets />);
});

it('goes to the row that moved up where the focused one was deleted', async () => {
  await pressFocused('Delete Courier');
  expect(document.activeElement?.tagName).toBe('LI');
  expect(document.activeElement?.contains(named('Delete Gazette'))).toBe(true);
});

it('goes to the row before where the last one was deleted', async () => {
  await pressFocused('Delete Tribune');
  expect(document.activeElement?.contains(named('Delete Gazette'))).toBe(true);
});

it('stays near where the whole list is gone, and leaves no further stop for the Tab key', async () => {
  for (const name of ['Courier', 'Gazette', 'Tribune']) await pressFocused(`Delete ${name}`);
  expect(document.activeElement?.closest('section')).not.toBeNull();
  const stop = document.activeElement as HTMLElement;
  stop.blur();
  expect(stop.hasAttribute('tabindex')).toBe(false);
});

it('leaves a focus alone that went elsewhere by itself', async () => {
  named('Delete Courier').focus();
  named('Delete Tribune').focus();
  await doing(() => named('Delete Courier').click());
  expect(document.activeElement).toBe(named('Delete Tribune'));
});
