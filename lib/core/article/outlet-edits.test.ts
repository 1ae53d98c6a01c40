import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { type OutletEdit, outletEditsSchema } from './outlet-edits';
import { addedOutlets, editOutlets, shippedOutlets } from './outlet-table';
import { outletAt, outletNamed, outletOf, sameOutlet } from './outlets';

afterEach(() => editOutlets([]));

describe('outlets as the reader edits them', () => {
  it('makes two outlets one, by name or address, known or not', () => {
    editOutlets([
      { says: 'is', outlet: 'https://www.old.example/', same: 'new.example' },
      { says: 'is', outlet: 'KQED', same: 'WBUR' },
    ]);
    expect(sameOutlet(outletAt('https://old.example/a'), outletAt('https://www.new.example/b'))).toBe(true);
    expect(outletNamed('KQED')).toEqual(outletNamed('WBUR'));
    expect(outletAt('https://www.kqed.org/a')?.name).toBe('WBUR');
  });

  it('renames, and keeps the old name as another', () => {
    editOutlets([{ says: 'is-called', outlet: 'harbour.example', name: 'The Harbour Post' }]);
    expect(outletAt('https://harbour.example/a')?.name).toBe('The Harbour Post');
    expect(outletNamed('The Harbour Post')?.key).toBe('harbour.example');
  });

  it('gives outlets one owner', () => {
    editOutlets([
      { says: 'belongs-to', outlet: 'a.example', owner: 'Strait Media' },
      { says: 'belongs-to', outlet: 'b.example', owner: 'Strait Media' },
    ]);
    expect([outletAt('https://a.example/')?.owner, outletAt('https://b.example/')?.owner]).toEqual([
      'Strait Media',
      'Strait Media',
    ]);
  });

  it('changes nothing that goes by the shipped table, and ends with the edits', () => {
    editOutlets([{ says: 'is', outlet: 'KQED', same: 'WBUR' }]);
    expect(outletOf('KQED', null, shippedOutlets)?.name).toBe('KQED');
    editOutlets([]);
    expect(outletOf('KQED', null)?.name).toBe('KQED');
  });

  it.each([
    [[{ says: 'is', outlet: 'a', same: 'b' }], true],
    [[{ says: 'is', outlet: '', same: 'b' }], false],
    [[{ says: 'eats', outlet: 'a', same: 'b' }], false],
    [[{ says: 'is-called', outlet: 'a', name: 'x'.repeat(121) }], false],
    [Array.from({ length: 501 }, () => ({ says: 'is', outlet: 'a', same: 'b' })), false],
    ['is', false],
  ] satisfies [unknown, boolean][])('is checked where it comes in: %#', (edits, isTaken) =>
    expect(v.is(outletEditsSchema, edits)).toBe(isTaken),
  );

  it('takes from packs what speaks of outlets that are not known, and nothing that renames or passes one off', () => {
    const added: OutletEdit[] = [
      { says: 'belongs-to', outlet: 'quay.example', owner: 'Sinclair' },
      { says: 'is-called', outlet: 'quay.example', name: 'The Quay Review' },
      { says: 'is', outlet: 'The Quay', same: 'quay.example' },
    ];
    const refused: OutletEdit[] = [
      { says: 'belongs-to', outlet: 'https://www.cnn.com/', owner: 'Quay Media' },
      { says: 'is-called', outlet: 'quay.example', name: 'CNN' },
      { says: 'is', outlet: 'quay.example', same: 'cnn.com' },
      { says: 'is', outlet: 'The Guardian', same: 'quay.example' },
    ];
    expect(addedOutlets([...refused, ...added])).toEqual(added);
  });

  it('bears edits that contradict each other or themselves', () => {
    const edits: OutletEdit[] = [
      { says: 'is', outlet: 'a.example', same: 'b.example' },
      { says: 'is', outlet: 'b.example', same: 'a.example' },
      { says: 'is', outlet: 'c.example', same: 'c.example' },
    ];
    editOutlets(edits);
    expect(outletAt('https://a.example/')?.key).toBe('b.example');
  });
});
