import { describe, expect, it } from 'vitest';
import { compilePhrase } from './phrase-language';

const words = { piece: 'article|news story' };

describe('compilePhrase', () => {
  it('reads names between literal words, which a space or a mark must part', () => {
    const { pattern } = compilePhrase('this {piece} [is] (from|courtesy of) {outlet}', words);
    expect(pattern.exec('This news story courtesy of KQED')?.groups?.outlet).toBe('KQED');
    expect(pattern.exec('this article is from Harbour Post.')?.groups?.outlet).toBe('Harbour Post.');
    expect(pattern.test('this article isfrom KQED')).toBe(false);
    expect(pattern.test('outthis article from KQED')).toBe(false);
  });

  it('needs no space beside a mark', () => {
    const { pattern } = compilePhrase('\\( (h/t|via) [:|to] {outlet}', words);
    for (const line of ['(via: KQED)', '(h/t KQED)', '( via KQED )'])
      expect(pattern.exec(line)?.groups?.outlet).toMatch(/^KQED/);
  });

  it('says which words a match has, the rarest part first, and with which it opens', () => {
    const { needs, opens } = compilePhrase('^ [with] (material|help) (from|by) {outlet} #agencies', words);
    expect(needs).toEqual([
      ['material', 'help'],
      ['from', 'by'],
    ]);
    expect(opens).toEqual(['with', 'material', 'help']);
    expect(compilePhrase('^ {outlet} contributed', words).opens).toEqual([]);
  });

  it('says which marks a match has, but for those that it may lack or have another in place of', () => {
    expect(compilePhrase('\\( (source|sources) : {outlet}', words).marks).toEqual(['(', ':']);
    expect(compilePhrase('^ (source|note) (-|:) {outlet} [, {gap}]', words).marks).toEqual([]);
  });
});
