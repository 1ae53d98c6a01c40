import { describe, expect, it } from 'vitest';
import { copyAt, creditTo, readPage } from '@/tests/fixtures/copies';
import type { AnatomyPart } from '../types';
import { originsOf } from './origins-of';

const ap = creditTo('AP', 'wire');

describe('originsOf', () => {
  it('puts agency copy under its agency though no agency page is held', () => {
    const copies = Array.from({ length: 9 }, (_, at) =>
      copyAt(`paper${at}.example`, { credits: at % 2 ? [ap] : [] }),
    );
    const { origins, outlets } = originsOf(readPage('harbour.example', { credits: [ap] }), copies);
    expect(outlets).toBe(9);
    expect(origins).toMatchObject([{ outlet: 'AP', kind: 'agency' }]);
    expect(origins[0]?.articles).toHaveLength(10);
  });

  it('gives uncredited copies to the agency that one of them credits', () => {
    const copies = [copyAt('a.example'), copyAt('b.example', { credits: [ap] })];
    expect(originsOf(readPage('harbour.example'), copies).origins).toMatchObject([
      { outlet: 'AP', kind: 'agency' },
    ]);
  });

  it('gives copies to the outlet they credit', () => {
    const copies = [copyAt('a.example', { credits: [creditTo('KQED', 'republished')] }), copyAt('kqed.org')];
    const { origins, outlets } = originsOf(readPage('harbour.example'), copies);
    expect(origins).toMatchObject([{ outlet: 'KQED', kind: 'outlet' }]);
    expect(outlets).toBe(2);
  });

  it('folds the stations of one owner', () => {
    const stations = ['wkrc', 'katu', 'kutv'].map((name) =>
      copyAt({ wkrc: 'local12.com', katu: 'katu.com', kutv: 'kutv.com' }[name]!),
    );
    const { origins, outlets } = originsOf(readPage('komonews.com'), stations);
    expect(origins).toMatchObject([{ outlet: 'Sinclair', kind: 'owner' }]);
    expect(outlets).toBe(3);
  });

  it('folds papers that no table has by the owner their pages name', () => {
    const house = (year: number) => ({
      ownerLine: `© ${year} Brannmark Newspapers LLC. All rights reserved.`,
    });
    const copies = [copyAt('osk.example', house(2019)), copyAt('tessel.example', house(2020))];
    const { origins, outlets } = originsOf(readPage('harbour.example', house(2020)), copies);
    expect(origins).toMatchObject([{ outlet: 'Brannmark Newspapers', kind: 'owner' }]);
    expect(outlets).toBe(2);

    const mixed = originsOf(readPage('harbour.example', house(2020)), [...copies, copyAt('other.example')]);
    expect(mixed.origins).toMatchObject([{ outlet: null, kind: 'unknown' }]);
  });

  it('says that nothing says whose text it is', () => {
    expect(originsOf(readPage('a.example'), [copyAt('b.example')]).origins).toMatchObject([
      { outlet: null, kind: 'unknown' },
    ]);
  });

  it('keeps an excerpt of a third outlet apart from the page’s own text', () => {
    const part: AnatomyPart = {
      kind: 'excerpt',
      span: { start: 500, end: 900 },
      source: 'The Telegraph',
      speaker: null,
      endMarked: true,
      words: 60,
      statedBy: null,
    };
    const page = readPage('harbour.example', { parts: [part] });
    const { origins } = originsOf(page, [
      copyAt('telegraph.co.uk', { relation: 'excerpt', passage: [510, 890] }),
    ]);
    expect(origins).toMatchObject([{ outlet: 'The Telegraph', articles: ['page', 'at telegraph.co.uk'] }]);
    const whole = originsOf(page, [
      copyAt('telegraph.co.uk', { relation: 'excerpt', passage: [510, 890] }),
      copyAt('b.example', { credits: [creditTo('harbour.example', 'republished')] }),
    ]);
    expect(whole.origins).toMatchObject([
      { outlet: 'harbour.example', articles: ['page', 'at b.example'] },
      { outlet: 'The Telegraph', articles: ['page', 'at telegraph.co.uk'] },
    ]);
  });

  it('counts publishers: a carrier by the outlet it names, one outlet once, the page’s own not at all', () => {
    const copies = [
      copyAt('Daily Mail', { url: 'https://www.msn.com/a' }),
      copyAt('dailymail.co.uk'),
      copyAt('www.harbour.example'),
      copyAt('b.example', { relation: 'shared-quotation' }),
    ];
    expect(originsOf(readPage('harbour.example'), copies).outlets).toBe(1);
  });

  it('counts copies that state no outlet as one, since they may be', () => {
    const nameless = ['x', 'y'].map((id) => {
      const copy = copyAt(id);
      return { ...copy, article: { ...copy.article, outlet: null, url: null } };
    });
    expect(originsOf(readPage('harbour.example'), nameless).outlets).toBe(1);
  });

  it('shows which other outlet copies of one text credit', () => {
    const copies = [
      copyAt('a.example', { credits: [ap] }),
      copyAt('b.example', { credits: [creditTo('KQED', 'republished')] }),
    ];
    expect(originsOf(readPage('harbour.example'), copies).origins).toMatchObject([
      { outlet: 'AP', kind: 'agency', alsoNamed: ['KQED'] },
    ]);
  });

  it('gives a copy without credit the source of the same words in another', () => {
    const copies = [
      copyAt('a.example', { relation: 'shared-source', passage: [100, 400], credits: [ap] }),
      copyAt('b.example', { relation: 'shared-source', passage: [120, 400] }),
      copyAt('c.example', {
        relation: 'shared-source',
        passage: [600, 900],
        credits: [creditTo('Reuters', 'wire')],
      }),
    ];
    expect(originsOf(readPage('harbour.example'), copies).origins).toMatchObject([
      { outlet: 'AP', articles: ['page', 'at a.example', 'at b.example'] },
      { outlet: 'Reuters', articles: ['page', 'at c.example'] },
    ]);
  });

  it('follows a copy to where its source has the words from', () => {
    const part = { relation: 'shared-source', passage: [100, 400] } as const;
    const copies = [
      copyAt('a.example', {
        ...part,
        passage: [100, 400],
        credits: [creditTo('quay.example', 'republished')],
      }),
      copyAt('quay.example', { ...part, passage: [100, 420], credits: [ap] }),
    ];
    expect(originsOf(readPage('harbour.example'), copies).origins).toMatchObject([
      { outlet: 'AP', kind: 'agency', articles: ['page', 'at a.example', 'at quay.example'] },
    ]);
  });

  it('ends where copies credit each other in a circle', () => {
    const copies = ['a', 'b'].map((id) =>
      copyAt(`${id}.example`, {
        relation: 'excerpt',
        passage: [100, 400],
        credits: [creditTo(id === 'a' ? 'b.example' : 'a.example', 'republished')],
      }),
    );
    expect(originsOf(readPage('harbour.example'), copies).origins).toHaveLength(1);
  });

  it('has one origin for one stretch, whomever its copies credit', () => {
    const copies = [
      copyAt('a.example', {
        relation: 'excerpt',
        passage: [100, 400],
        credits: [creditTo('KQED', 'republished')],
      }),
      copyAt('b.example', { relation: 'excerpt', passage: [110, 400], credits: [ap] }),
      copyAt('c.example', {
        relation: 'excerpt',
        passage: [600, 900],
        credits: [creditTo('NPR', 'republished')],
      }),
    ];
    expect(originsOf(readPage('harbour.example'), copies).origins).toMatchObject([
      { outlet: 'AP', articles: ['page', 'at a.example', 'at b.example'], alsoNamed: ['KQED'] },
      { outlet: 'NPR', articles: ['page', 'at c.example'] },
    ]);
  });

  it('has the page itself where nothing was found', () => {
    expect(originsOf(readPage('harbour.example'), [])).toEqual({
      origins: [{ outlet: 'harbour.example', kind: 'outlet', articles: ['page'], alsoNamed: [] }],
      outlets: 0,
    });
  });
});
