/**
 * Works through a list in order, each begun when the one before it is under way and the one before that is done.
 * When one fails, none is begun any more.
 */
export async function overlapping<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let before = Promise.resolve();
  for (const item of items) {
    const done = work(item);
    // Whoever waits for it next hears of its failure.
    done.catch(() => undefined);
    await before;
    before = done;
  }
  await before;
}
