// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from './markup';

/** Texts that try to be markup, in the mix in which pages write them. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '=',
        '/',
        '<script>',
        '</bdi>',
        '<!--',
        '-->',
        '&lt;',
        '\0',
        ' onload=',
        'x',
        '\uD800',
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join('')),
);

/** What a document gives back of a text: NUL and lone surrogates cannot stand in one, line ends are all alike. */
const readable = (text: string) => text.replace(/[\0\p{Cs}]/gu, '\uFFFD');

describe('a template', () => {
  it('shows whatever is put into it as text, and nothing but text', () => {
    fc.assert(
      fc.property(hostile, hostile, (shown, named) => {
        const box = document.createElement('div');
        box.innerHTML = html`<p title="${named}">${shown}</p>`.toString();
        expect(box.childNodes).toHaveLength(1);
        const [paragraph] = box.children;
        expect(paragraph?.getAttributeNames()).toEqual(['title']);
        expect(paragraph?.children).toHaveLength(0);
        expect(paragraph?.textContent).toBe(readable(shown));
        expect(paragraph?.getAttribute('title')).toBe(readable(named));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes pieces of its own making as they are, alone and in a row', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`${inner}${[inner, inner]}`.toString()).toBe('<b>&lt;i&gt;</b>'.repeat(3));
  });
});
