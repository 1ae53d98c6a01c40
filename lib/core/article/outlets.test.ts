import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import data from '@/assets/outlets.json';
import { cleanName, foldName } from './outlet-rows';
import { isNamedOutlet, outletAt, outletNamed, outletOf, publisherAddress, sameOutlet } from './outlets';

describe('a plain name', () => {
  it('is folded and cleaned as one of any script is', () => {
    const name = fc.stringMatching(/^(?:the |The {2})?[ -~]{0,60}$/);
    fc.assert(
      fc.property(name, (plain) => {
        // A zero-width space is left out, but makes the name one of any script.
        expect(foldName(plain)).toBe(foldName(`${plain}\u200B`));
        expect(cleanName(plain)).toBe(cleanName(`${plain}\u200B`));
      }),
    );
  });
});

describe('names that mix scripts', () => {
  it('are shown in punycode, never as the outlet they look like', () => {
    expect(outletOf('R\u0435uters', null)).toMatchObject({ name: 'xn--ruters-3of' });
    expect(outletOf('r\u0435uters.com', null)?.key).toBe('xn--ruters-3of.com');
    expect(outletOf('Правда', null)?.name).toBe('Правда');
    expect(outletOf('РИА News', null)?.name).toBe('РИА News');
  });
});

describe('outletOf', () => {
  it.each([
    ['an outlet by a deep host', null, 'https://politicalticker.blogs.cnn.com/2014/x', 'CNN'],
    ['a host stated as a name', 'www.theguardian.com', null, 'The Guardian'],
    ['a name without its article', 'guardian', null, 'The Guardian'],
    ['an outlet on a host that others share', null, 'https://abcnews.go.com/x', 'ABC News'],
    ['the publisher a carrier names', 'Daily Mail', 'https://www.msn.com/en-us/news/x', 'Daily Mail'],
    ['the carrier where nothing else is said', null, 'https://news.yahoo.com/x', 'Yahoo News'],
    ['a web archive read through', null, 'https://web.archive.org/web/2016/http://www.bbc.co.uk/news', 'BBC'],
    ['an AMP cache read through', null, 'https://x.cdn.ampproject.org/c/s/www.reuters.com/a', 'Reuters'],
    ['an agency in another script', 'رويترز', null, 'Reuters'],
  ])('names %s', (_, stated, url, name) => {
    expect(outletOf(stated, url)?.name).toBe(name);
  });

  it('keeps tenants of one platform apart', () => {
    const keys = [
      'https://ann.substack.com/p/1',
      'https://bob.substack.com/p/1',
      'https://medium.com/@ann/x',
    ];
    expect(keys.map((url) => outletOf(null, url)?.key)).toEqual([
      'ann.substack.com',
      'bob.substack.com',
      'medium.com/@ann',
    ]);
  });

  it('lets the address win over a borrowed name', () => {
    const hoax = outletOf('CNN', 'https://cnn.com.de/breaking');
    expect(hoax).toEqual({ key: 'cnn.com.de', name: 'cnn.com.de', kind: 'publisher', owner: null });
  });

  it('calls an unknown outlet at its own address by the name it states', () => {
    expect(outletOf('The Harbour Post', 'https://harbourpost.example/a')).toMatchObject({
      key: 'harbourpost.example',
      name: 'The Harbour Post',
    });
  });

  it('tells a mixed-script look-alike from the outlet', () => {
    expect(sameOutlet(outletOf('Rеuters', null), outletOf('Reuters', null))).toBe(false);
    expect(outletAt('https://rеuters.com/')?.name).toMatch(/^xn--/);
  });

  it('says nothing of nobody, and nobody equals nobody', () => {
    expect(outletOf(null, null)).toBeNull();
    expect(outletOf('\u202E\u200B', 'javascript:alert(1)')).toBeNull();
    expect(sameOutlet(null, null)).toBe(false);
  });
});

describe('publisherAddress', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://',
    'mailto:a@b.example',
    `https://a.example/${'x'.repeat(4000)}`,
  ])('refuses %s', (address) => expect(publisherAddress(address)).toBeNull());
});

describe('the outlet table', () => {
  it('holds no name or address twice', () => {
    const names = new Map<string, string>();
    const clashes: string[] = [];
    for (const row of data.outlets) {
      for (const name of new Set([row.name, ...(row.aliases ?? [])].map(foldName))) {
        if (names.has(name)) clashes.push(`${name}: ${names.get(name)} and ${row.name}`);
        names.set(name, row.name);
      }
      for (const domain of row.domains ?? []) {
        if (names.has(`@${domain}`)) clashes.push(domain);
        names.set(`@${domain}`, row.name);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('knows the agencies of the major languages', () => {
    for (const name of ['dpa', 'AFP', 'EFE', 'ANSA', 'ТАСС', 'أ ف ب', 'Xinhua', 'Kyodo', 'PTI', 'Anadolu'])
      expect(outletNamed(name)?.kind, name).toBe('agency');
  });
});

describe('the outlet that a credit line names', () => {
  const credited = (outlet: string | null, url: string | null = null) => ({ outlet, url });
  it.each([
    [
      'by the name its records state',
      credited('The Harrow Courier'),
      { outlet: 'Harrow Courier', url: null },
    ],
    [
      'by its host alone',
      credited('The Harrow Courier'),
      { outlet: null, url: 'https://www.harrowcourier.example/a' },
    ],
    ['by the table', credited('BBC News'), { outlet: null, url: 'https://www.bbc.co.uk/news/1' }],
    [
      'by the address it links to',
      credited(null, 'https://harrowcourier.example/b'),
      { outlet: 'harrowcourier.example', url: null },
    ],
  ])('is known %s', (_, credit, article) => {
    expect(isNamedOutlet(credit, article)).toBe(true);
  });

  it.each([
    ['another name', credited('The Harrow Courier'), { outlet: 'Northgate Tribune', url: null }],
    ['a look-alike host of a known outlet', credited('CNN'), { outlet: null, url: 'https://cnn.com.de/a' }],
    ['an article of no stated outlet', credited('CNN'), { outlet: null, url: null }],
  ])('is not %s', (_, credit, article) => {
    expect(isNamedOutlet(credit, article)).toBe(false);
  });
});
