import { describe, expect, it } from 'vitest';
import { noMetadata } from '@/lib/core/article';
import { readOutlet } from './outlet';

const ferryPage = 'https://www.harbourgazette.example/ferry';
const stated = (
  siteName: string | null,
  address: string | null = ferryPage,
  publisher: string | null = null,
) => readOutlet({ ...noMetadata, siteName, publisher }, address);

describe('who publishes a page', () => {
  it('goes by the name the page gives its site where no table knows its host', () => {
    expect(stated('Harbour Gazette')).toBe('Harbour Gazette');
    expect(stated(null, ferryPage, 'Harbour Gazette')).toBe('Harbour Gazette');
    expect(stated(null, null, 'Harbour Gazette')).toBe('Harbour Gazette');
  });

  it.each([
    ['nothing is stated', null, ferryPage],
    ['the name is another outlet’s', 'Reuters', ferryPage],
    ['the name is another outlet’s address', 'reuters.com', ferryPage],
    ['the name is a slogan', 'Harbour Gazette: news, weather and tides for the whole coast', ferryPage],
    ['the name is its platform’s', 'Medium', 'https://harbour.medium.com/ferry'],
    ['the name has no letters', ' – ', ferryPage],
    ['the name is an address', 'https://harbourgazette.example', ferryPage],
    ['a table knows the host', 'The Harbour Gazette', 'https://www.reuters.com/ferry'],
  ])('goes by its host where %s', (_, siteName, address) => {
    expect(stated(siteName, address)).toBe(new URL(address).hostname);
  });

  it('goes by its host where the markup was copied with the text', () => {
    const copied = { ...noMetadata, siteName: 'Quay Herald', canonical: 'https://quayherald.example/ferry' };
    expect(readOutlet(copied, ferryPage)).toBe('www.harbourgazette.example');
    expect(readOutlet({ ...copied, canonical: ferryPage }, ferryPage)).toBe('Quay Herald');
  });

  it('shows a name without what turns or imitates letters', () => {
    expect(stated('Harbour\u202e Gazette')).toBe('Harbour Gazette');
    expect(stated('Hаrbour Gazette')).toMatch(/^xn--/);
  });
});
