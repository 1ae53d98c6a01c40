import * as v from 'valibot';
import { type Settings, wordsAskedSchema } from '@/lib/app/messaging';
import { outletEditsSchema } from '@/lib/core/article';
import { wordsAsked } from '@/lib/core/matching/words-asked';

/** The version this code writes. A change of shape adds one, and a step to `migrations`. */
export const settingsVersion = 1;

/** What is chosen where the reader has chosen nothing: nothing is watched, kept or waited for. */
export const defaultSettings: Settings = {
  cueMode: 'when-found',
  minWords: wordsAsked.usual,
  offHosts: [],
  watched: [],
  welcomed: false,
  retention: { overall: { articles: null, days: null }, outlets: {}, revisions: null },
  keepPages: { all: false, sites: [] },
  lateAnswers: false,
  outletEdits: [],
};

/** `migrations[n]` takes what version n + 1 wrote to the shape of version n + 2. */
const migrations: ((old: unknown) => unknown)[] = [];

const strings = v.array(v.string());
const most = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));
const limit = v.object({ articles: most, days: most });
const retention = v.object({ overall: limit, outlets: v.record(v.string(), limit), revisions: most });
/** A damaged field falls back to its default; the others are kept. */
const current: v.GenericSchema<unknown, Settings> = v.object({
  cueMode: v.fallback(v.picklist(['when-found', 'always', 'never']), defaultSettings.cueMode),
  minWords: v.fallback(wordsAskedSchema, defaultSettings.minWords),
  offHosts: v.fallback(strings, []),
  watched: v.fallback(strings, []),
  welcomed: v.fallback(v.boolean(), false),
  retention: v.fallback(retention, defaultSettings.retention),
  keepPages: v.fallback(v.object({ all: v.boolean(), sites: strings }), defaultSettings.keepPages),
  lateAnswers: v.fallback(v.boolean(), false),
  outletEdits: v.fallback(outletEditsSchema, []),
});

/** Settings as a file gives them: what cannot be read there has its default. */
export function settingsOf(value: unknown): Settings {
  const parsed = v.safeParse(current, value);
  return parsed.success ? parsed.output : defaultSettings;
}

/**
 * Reads what the browser stores under `settings`. Absent or unreadable settings give the defaults.
 * Settings of a newer version give the defaults too, and `mayWrite: false`: whoever went back to an older Refrain
 * finds them again after updating.
 */
export function settingsFrom(stored: unknown): { settings: Settings; mayWrite: boolean } {
  const versioned = v.safeParse(
    v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    stored,
  );
  if (!versioned.success) return { settings: defaultSettings, mayWrite: true };
  const { version } = versioned.output;
  if (version > settingsVersion) return { settings: defaultSettings, mayWrite: false };
  const migrated = migrations.slice(version - 1).reduce((old, migrate) => migrate(old), stored);
  return { settings: v.parse(current, migrated), mayWrite: true };
}
