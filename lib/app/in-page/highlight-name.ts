/** Name in the page's highlight registry; the style for it is put in by the background, out of the page's sight. */
export const highlightName = 'refrain';
