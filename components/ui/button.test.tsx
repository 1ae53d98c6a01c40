// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { draw } from '@/tests/fixtures/draw';
import { Button } from './button';

it('takes a double click for one press, and a press of a key for one too', async () => {
  let presses = 0;
  const page = await draw(
    <Button
      onClick={() => {
        presses += 1;
      }}
    >
      Share
    </Button>,
  );
  const click = (detail: number) =>
    page.querySelector('button')!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
  click(1);
  click(2);
  expect(presses).toBe(1);
  click(0);
  expect(presses).toBe(2);
});
