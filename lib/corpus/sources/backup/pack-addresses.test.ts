import { expect, test } from 'vitest';
import { packAddresses } from './pack-addresses';

test('names where the packs of a backup are published, each once', () => {
  const river = 'https://packs.example/river/';
  const rows = [river, 'bundled:demo', null, `${river}manifest.json`].map((address) => ({
    name: 'x',
    address,
  }));
  expect(packAddresses(rows)).toEqual([river, 'bundled:demo']);
});

test('names nothing within the reader’s own network, and nothing that is no address', () => {
  const rows = ['http://192.168.0.1/pack/', 'http://localhost/', 'file:///etc/', 'bundled:../x', 'river'];
  expect(packAddresses(rows.map((address) => ({ address })))).toEqual([]);
});

test.each([null, 'x', {}, [1], [{ address: 5 }]])('of %j names nothing', (stored) => {
  expect(packAddresses(stored)).toEqual([]);
});

test('a backup of before packs had addresses in it names none', () => {
  expect(packAddresses([{ name: 'River papers', title: 'River papers', home: null, licence: null }])).toEqual(
    [],
  );
});
