import { describe, expect, test } from 'vitest';
import { decodeText } from './decode';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodeText', () => {
  test('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(utf8('Füße'))).toBe('Füße');
    expect(decodeText(utf8('\uFEFFFüße'))).toBe('Füße');
  });

  test('reads UTF-16 by its mark', () => {
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x46, 0x00, 0xfc, 0x00))).toBe('Fü');
    expect(decodeText(Uint8Array.of(0xfe, 0xff, 0x00, 0x46, 0x00, 0xfc))).toBe('Fü');
  });

  test('reads a page by the charset it states', () => {
    expect(decodeText(latin1('<meta charset=iso-8859-2><p>\xb1'))).toBe('<meta charset=iso-8859-2><p>ą');
    expect(
      decodeText(latin1('<meta http-equiv="content-type" content="text/html; charset=koi8-r">\xc1')),
    ).toMatch(/а$/);
  });

  test('reads an XML file by the encoding it states, or by the charset its server named', () => {
    expect(decodeText(latin1('<?xml version="1.0" encoding="windows-1251"?><a>\xc0'))).toMatch(/А$/);
    expect(decodeText(latin1('<?xml version="1.0" encoding="windows-1251"?><a>\xc0'), 'koi8-r')).toMatch(
      /ю$/,
    );
    expect(decodeText(latin1('<a>\xc0'), 'made-up')).toMatch(/À$/);
  });

  test('reads XML as UTF-16 without a mark', () => {
    expect(decodeText(Uint8Array.of(0x3c, 0, 0x3f, 0, 0xfc, 0))).toBe('<?ü');
    expect(decodeText(Uint8Array.of(0, 0x3c, 0, 0x3f, 0, 0xfc))).toBe('<?ü');
  });

  test('believes UTF-8 bytes over a stated charset', () => {
    expect(decodeText(utf8('<meta charset="iso-8859-1">Füße'))).toMatch(/Füße$/);
  });

  test.each(['windows-99', 'replacement', 'utf-16'])('passes over the charset "%s"', (charset) => {
    expect(decodeText(latin1(`<meta charset="${charset}">F\xfc`))).toMatch(/Fü$/);
  });

  test('reads other bytes as Windows-1252', () => {
    expect(decodeText(latin1('\x93F\xfc\x94'))).toBe('“Fü”');
  });

  test('takes no binary file', () => {
    expect(decodeText(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toBeNull();
  });
});
