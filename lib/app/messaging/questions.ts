import * as v from 'valibot';
import { outletEditsSchema } from '@/lib/core/article';
import type { AskerKind } from './asker';
import type { QuestionName } from './envelope';
import { gatheredPage, whyNot } from './gathered-page-schema';
import { rowChoicesSchema } from './row-choices-schema';
import { wordsAskedSchema } from './words-asked-schema';

/** Who may ask a question, and the shape of what is sent with it. */
interface Rule {
  from: readonly AskerKind[];
  args: v.GenericSchema<unknown, unknown[]>;
  /** No long work gives way to it: its answer is the end of such work, or tells how far it is. */
  mayWait?: true;
}

const page = ['page'] as const;
const popover = ['popover'] as const;
const own = ['own'] as const;
const shown = ['popover', 'own'] as const;

const nothing = v.strictTuple([]);
const id = v.pipe(v.string(), v.maxLength(2_048));
const tab = v.pipe(v.number(), v.integer(), v.minValue(0));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const column = v.optional(index);
const columns = v.strictObject({
  id: column,
  url: column,
  title: column,
  text: column,
  outlet: column,
  byline: column,
  published: column,
  summary: column,
  language: column,
});
const importFile = v.object({
  staged: index,
  name: v.pipe(v.string(), v.maxLength(1_000)),
  bytes: index,
  columns: v.nullable(columns),
  restored: v.optional(v.boolean()),
});
const limit = v.object({ articles: v.nullable(index), days: v.nullable(index) });
const retention = v.object({
  overall: limit,
  outlets: v.record(id, limit),
  revisions: v.nullable(index),
});
const urls = v.pipe(v.array(id), v.maxLength(2_000));
const name = v.pipe(v.string(), v.maxLength(400));
const feed = v.object({ url: id, name, folder: v.pipe(v.array(name), v.maxLength(10)) });
const day = v.nullable(v.pipe(v.string(), v.isoDate()));
const packName = v.pipe(v.string(), v.maxLength(200));
/** A file in base64; the largest shard has 32 MB. */
const packFile = v.pipe(v.string(), v.maxLength(44_000_000));
const patterns = v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(2_000));

/**
 * One row for each question of `protocol.ts`. In-page surfaces (`page`, `popover`) may only read, close and follow links:
 * whatever grants, stores or deletes is asked from the toolbar popup or our full pages, which no page can overlay.
 */
export const questions: Record<QuestionName, Rule> = {
  pageRead: { from: page, args: v.strictTuple([gatheredPage]) },
  passedBy: { from: page, args: v.strictTuple([whyNot]) },
  bringOverlay: { from: page, args: nothing },
  openPopover: { from: page, args: nothing },
  pageGone: { from: page, args: v.strictTuple([v.picklist(['left', 'in-place'])]) },

  redeem: { from: popover, args: v.strictTuple([v.pipe(v.string(), v.length(32))]) },
  showInPage: {
    from: shown,
    args: v.strictTuple([tab, v.object({ articleId: id, passage: v.nullable(index) })]),
  },
  showPart: { from: shown, args: v.strictTuple([tab, index]) },
  showSpan: { from: shown, args: v.strictTuple([tab, v.object({ start: index, end: index })]) },
  toldText: { from: shown, args: v.strictTuple([tab, v.nullable(id)]) },
  rowChoices: { from: shown, args: nothing },
  keepRowChoices: { from: own, args: v.strictTuple([rowChoicesSchema]) },
  closePopover: { from: shown, args: v.strictTuple([tab]) },
  openLink: { from: shown, args: v.strictTuple([id]) },
  openComparison: { from: shown, args: v.strictTuple([tab, id]) },
  openShare: { from: shown, args: v.strictTuple([tab]) },

  look: { from: own, args: v.strictTuple([tab]) },
  showOnPage: { from: own, args: v.strictTuple([tab]) },
  holdPage: { from: own, args: v.strictTuple([tab]) },
  heldPages: { from: own, args: nothing },
  releaseHeldPage: { from: own, args: v.strictTuple([id]) },
  keptHere: { from: own, args: v.strictTuple([tab]) },
  setKeepPages: {
    from: own,
    args: v.strictTuple([
      v.object({
        all: v.boolean(),
        sites: v.pipe(v.array(v.pipe(v.string(), v.maxLength(253))), v.maxLength(10_000)),
      }),
    ]),
  },
  setLateAnswers: { from: own, args: v.strictTuple([v.boolean()]) },
  lateAnswers: { from: own, args: nothing },
  dismissLateAnswer: { from: own, args: v.strictTuple([id]) },
  rarestRun: { from: own, args: v.strictTuple([tab]) },
  searchWeb: { from: own, args: v.strictTuple([v.pipe(v.string(), v.maxLength(400))]) },
  setHostOff: { from: own, args: v.strictTuple([v.pipe(v.string(), v.maxLength(253)), v.boolean()]) },
  comparison: { from: own, args: v.strictTuple([tab, id]) },
  finding: { from: own, args: v.strictTuple([tab]) },

  settings: { from: own, args: nothing },
  setCueMode: { from: own, args: v.strictTuple([v.picklist(['when-found', 'always', 'never'])]) },
  setOutletEdits: { from: own, args: v.strictTuple([outletEditsSchema]) },
  setMinWords: { from: own, args: v.strictTuple([wordsAskedSchema]) },
  watch: { from: own, args: v.strictTuple([patterns]) },
  unwatch: { from: own, args: v.strictTuple([patterns]) },

  libraryCounts: { from: own, args: nothing },
  acknowledgeLoss: { from: own, args: nothing },
  searchLibrary: {
    from: own,
    args: v.strictTuple([
      v.pipe(v.string(), v.maxLength(400)),
      v.nullable(
        v.object({
          outlet: v.nullable(id),
          from: day,
          to: day,
          kind: v.nullable(v.picklist(['text', 'headline-only', 'fingerprint-only'])),
        }),
      ),
    ]),
  },
  previewImport: { from: own, args: v.strictTuple([index, v.nullable(columns)]) },
  beginImport: {
    from: own,
    args: v.strictTuple([v.pipe(v.array(importFile), v.minLength(1), v.maxLength(10_000))]),
  },
  imports: { from: own, args: nothing, mayWait: true },
  cancelImport: { from: own, args: v.strictTuple([index]) },
  undoImport: { from: own, args: v.strictTuple([index]) },
  forgetImport: { from: own, args: v.strictTuple([index]) },
  retentionDryRun: { from: own, args: v.strictTuple([retention]) },
  keepTo: { from: own, args: v.strictTuple([retention]), mayWait: true },
  libraryHealth: { from: own, args: nothing },
  rebuildIndex: { from: own, args: nothing },
  rebuilding: { from: own, args: nothing, mayWait: true },
  deleteArticle: { from: own, args: v.strictTuple([index]) },
  deleteOutlet: { from: own, args: v.strictTuple([id]), mayWait: true },
  deleteAll: { from: own, args: nothing, mayWait: true },
  exportPart: { from: own, args: v.strictTuple([index]) },
  backupFiles: { from: own, args: nothing },
  backupPart: { from: own, args: v.strictTuple([index]) },
  backupDone: { from: own, args: nothing },
  backupNote: { from: own, args: nothing },
  restoreSettings: { from: own, args: v.strictTuple([v.unknown()]) },
  undoSettings: { from: own, args: nothing },

  packs: { from: own, args: nothing },
  previewPack: { from: own, args: v.strictTuple([id]) },
  addPack: { from: own, args: v.strictTuple([id]), mayWait: true },
  updatePack: { from: own, args: v.strictTuple([packName]), mayWait: true },
  removePack: { from: own, args: v.strictTuple([packName]), mayWait: true },
  offerPack: { from: own, args: v.strictTuple([packFile, v.nullable(packFile)]), mayWait: true },
  sendPackFile: { from: own, args: v.strictTuple([packName, packName, packFile]), mayWait: true },
  exportSelection: {
    from: own,
    args: v.strictTuple([
      v.object({ outlets: v.pipe(v.array(id), v.maxLength(20_000)), from: day, to: day }),
      index,
    ]),
  },
  endPackFile: { from: own, args: v.strictTuple([packName, v.boolean()]), mayWait: true },

  feeds: { from: own, args: nothing },
  followFeeds: {
    from: own,
    args: v.strictTuple([v.pipe(v.array(feed), v.maxLength(2_000)), v.boolean()]),
  },
  unfollowFeeds: { from: own, args: v.strictTuple([urls]) },
  setFullText: { from: own, args: v.strictTuple([id, v.boolean()]) },
  checkFeeds: { from: own, args: v.strictTuple([v.nullable(urls)]) },
  findFeeds: { from: own, args: v.strictTuple([id, v.boolean()]) },
  findMovedFeed: { from: own, args: v.strictTuple([id]) },
  moveFeed: { from: own, args: v.strictTuple([id]) },
  readOpml: { from: own, args: v.strictTuple([v.pipe(v.string(), v.maxLength(5_000_000))]) },
  writeOpml: { from: own, args: nothing },
  feedsOfPage: { from: own, args: v.strictTuple([tab]) },

  requests: { from: own, args: nothing },
  clearRequests: { from: own, args: nothing },
};
