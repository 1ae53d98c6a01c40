/** What Node 20 lacks of the standard library and the folders below use; readers' browsers and later versions have it. */
Map.groupBy ??= function groupBy<K, T>(
  items: Iterable<T>,
  keyOf: (item: T, index: number) => K,
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

URL.parse ??= (address: string | URL, base?: string | URL) =>
  URL.canParse(address, base) ? new URL(address, base) : null;
