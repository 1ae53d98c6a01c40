/** How an article of a collection comes into a library made for measuring. */
export const fromCollection = {
  firstSeen: { at: '2020-01-01', precision: 'day', from: 'first-seen' },
  from: { kind: 'import', name: 'collection' },
} as const;
