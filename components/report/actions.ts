/** What a reader can do from a report. An action is `null` where there is no page to show it in. */
export interface ReportActions {
  /** Show one part of the page's anatomy, by its place in `anatomy.parts`. */
  onShowPart: ((part: number) => void) | null;
  /** Show a match's passages in the page: one of them, or all (`null`). */
  onShowPassage: ((articleId: string, passage: number | null) => void) | null;
  /** Open the comparison page for a match. */
  onCompare: ((articleId: string) => void) | null;
  onOpenLink: (url: string) => void;
}
