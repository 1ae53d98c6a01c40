/** News for a screen reader. It stays in the page while empty: a region that appears together with its words is not read out. */
export function LiveRegion({ words }: { words: string }) {
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {words}
    </p>
  );
}
