import { expect, test } from 'vitest';
import { readOpml, writeOpml } from './opml';

const created = new Date('2026-03-10T12:00:00Z');

test('a list that was written is read again, folders within folders included', () => {
  const feeds = [
    { url: 'https://a.example/feed', title: 'A & <b>', folder: [] },
    { url: 'https://b.example/feed', title: 'B', folder: ['News', 'Coast'] },
    { url: 'https://c.example/feed', title: 'C', folder: ['News'] },
  ];
  const read = readOpml(writeOpml('My outlets', feeds, created));
  expect(read).toMatchObject({ status: 'read', notTaken: 0 });
  if (read.status !== 'read') throw new Error(read.because);
  expect(read.feeds).toHaveLength(3);
  expect(read.feeds).toEqual(expect.arrayContaining(feeds));
});

test('an address stands once, and what is none of the web is counted', () => {
  const read = readOpml(`<opml version="2.0"><body>
    <outline text="A" xmlUrl="https://a.example/feed"/><outline text="again" xmlUrl="https://a.example/feed"/>
    <outline text="x" xmlUrl="javascript:alert(1)"/><outline text="y" xmlUrl="nonsense"/>
    <outline text="A folder"><outline xmlUrl="http://b.example/rss"/></outline></body></opml>`);
  expect(read).toEqual({
    status: 'read',
    feeds: [
      { url: 'https://a.example/feed', title: 'A', folder: [] },
      { url: 'http://b.example/rss', title: null, folder: ['A folder'] },
    ],
    notTaken: 2,
  });
});

test.each([
  ['', 'not-opml'],
  ['<rss version="2.0"><channel><title>x</title></channel></rss>', 'not-opml'],
  ['<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>', 'entity-definitions'],
])('%j is refused', (text, because) => {
  expect(readOpml(text)).toEqual({ status: 'refused', because });
});

test('outlines nested without end stay flat', () => {
  const deep = `<opml version="2.0"><body>${'<outline text="f">'.repeat(300)}<outline xmlUrl="https://a.example/"/>`;
  expect(['read', 'refused']).toContain(readOpml(deep).status);
});
