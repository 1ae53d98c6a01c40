import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikeOf } from './look-alike';
import { decodeHost } from './punycode';

describe('lookAlikeOf', () => {
  it.each([
    ['https://www.cnn.com.de/a', 'CNN'],
    ['https://www.reuters.com-story.example.com/a', null],
    ['https://rеuters.com/a', 'Reuters'],
    ['https://bl0omberg.com/a', 'Bloomberg'],
    ['https://edition.cnn.com/a', null],
    ['https://harbour.example/a', null],
    ['https://www.lemonde.fr/a', null],
    ['javascript:alert(1)', null],
  ])('%s looks like %s', (address, of) => expect(lookAlikeOf(address)?.of ?? null).toBe(of));
});

describe('decodeHost', () => {
  it.each([
    ['xn--bcher-kva.example', 'bücher.example'],
    ['xn--e1afmkfd.example', 'пример.example'],
    ['plain.example', 'plain.example'],
    ['xn--!!.example', 'xn--!!.example'],
  ])('%s is %s', (host, written) => expect(decodeHost(host)).toBe(written));

  it('undoes what the browser encodes, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('а', 'ж', 'ü', 'b', 'ß', '中'), minLength: 1, maxLength: 12 }),
        (label) => {
          const { hostname } = new URL(`https://${label}.example`);
          expect(new URL(`https://${decodeHost(hostname)}`).hostname).toBe(hostname);
        },
      ),
    );
    fc.assert(fc.property(fc.string({ maxLength: 70 }), (label) => decodeHost(`xn--${label}`).length >= 0));
  });
});
