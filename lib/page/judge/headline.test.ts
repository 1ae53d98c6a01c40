import { expect, test } from 'vitest';
import { withoutSite } from './headline';

test.each([
  ['Ferry crews call off strike | Harbour Gazette', ['harbourgazette'], 'Ferry crews call off strike'],
  ['Ferry crews call off strike - The Harbour Gazette', ['harbourgazette'], 'Ferry crews call off strike'],
  [
    'Harbour Gazette: Ferry crews call off strike',
    ['harbourgazette'],
    'Harbour Gazette: Ferry crews call off strike',
  ],
  ['Harbour Gazette » Ferry crews call off strike', ['harbourgazette'], 'Ferry crews call off strike'],
  ['Ferry crews - and their families - wait', ['harbourgazette'], 'Ferry crews - and their families - wait'],
  ['Ferry crews call off strike | Ports | Gazette', ['gazette'], 'Ferry crews call off strike | Ports'],
  ['Ferry crews call off Tuesday strike | Some Paper', [], 'Ferry crews call off Tuesday strike'],
  ['Strike | What the ferry crews of Ostrel want', [], 'Strike | What the ferry crews of Ostrel want'],
])('of "%s" stays the headline', (title, names, headline) => {
  expect(withoutSite(title, names)).toBe(headline);
});
