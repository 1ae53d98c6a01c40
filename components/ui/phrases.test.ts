import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '@/assets/_locales/en/messages.json';

const root = path.resolve(import.meta.dirname, '../..');
const source = globSync(['{components,entrypoints,lib}/**/*.{ts,tsx}', 'wxt.config.ts'], { cwd: root })
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .join('\n');

/** Keys as sources write them: whole, without their plural ending, or as the head of a template (`origin_${kind}`). */
const literals = new Set(
  [...source.matchAll(/['"]([a-zA-Z]\w*)['"]|__MSG_(\w+)__/g)].map(([, key, named]) => key ?? named),
);
const heads = [...source.matchAll(/`([a-z]\w*_)\$\{/g)].map(([, head]) => head!);

const keys = Object.entries(english);

describe('the English sentences', () => {
  it('are all said somewhere', () => {
    const unsaid = keys
      .map(([key]) => key)
      .filter((key) => !literals.has(key) && !literals.has(key.replace(/_(one|other)$/, '')))
      .filter((key) => !heads.some((head) => key.startsWith(head)));
    expect(unsaid).toEqual([]);
  });

  it('have both forms where a number decides', () => {
    const pairs = keys.map(([key]) => key).filter((key) => /_(one|other)$/.test(key));
    for (const key of pairs)
      expect(english).toHaveProperty(
        key.replace(/_(one|other)$/, '') + (key.endsWith('_one') ? '_other' : '_one'),
      );
  });

  it('are named as browsers allow, and hold no sign that browsers would read as a name of their own', () => {
    for (const [key, { message }] of keys) {
      expect(key).toMatch(/^[A-Za-z0-9_]+$/);
      expect(message.replace(/\$[1-9]/g, ''), key).not.toContain('$');
    }
  });

  it('have the apostrophes and quotation marks of print', () => {
    for (const [key, { message }] of keys) expect(message, key).not.toMatch(/\p{L}'|'\p{L}/u);
  });

  it('never judge', () => {
    for (const [key, { message }] of keys)
      expect(message, key).not.toMatch(/\b(biased|fake|copied from|omitted|hid|stole|plagiari\w+)\b/i);
  });
});
