export type { Article, ArticleLink, Completeness, Stamp } from './article';
export { lookAlikeOf } from './look-alike';
export type { Outlet } from './outlet';
export { type OutletEdit, outletEditsSchema } from './outlet-edits';
export { foldName, unmixed } from './outlet-rows';
export { addedOutlets, editOutlets, shippedOutlets } from './outlet-table';
export { isNamedOutlet, outletAt, outletNamed, outletOf, sameOutlet } from './outlets';
export { ownerIn } from './owner-line';
export { readPlainText } from './plain-text';
export {
  bareReading,
  type NotAnArticle,
  noMetadata,
  type PageMetadata,
  type PageReading,
  type ReadingOutcome,
  type SourceLine,
} from './reading';
export type { Field, Span } from './span';
export { dayInAddress, readStamp } from './stamp';
export { writtenAddress } from './written-address';
