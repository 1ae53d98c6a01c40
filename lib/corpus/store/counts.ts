import type { Connection } from './connection';
import { countsIn, ownOf } from './outlet-counts';
import type { LibraryState } from './schema';
import { signatureBytes } from './search/signatures';
import { readableState } from './state';
import { dateSpan } from './tally';

/** What the library holds, from counts kept with every write. */
export interface LibraryCounts {
  /** Live articles of every kind; the next two are among them. */
  articles: number;
  headlineOnly: number;
  fingerprintOnly: number;
  /** About what all of it takes on disk. */
  bytes: number;
  /** The same by kind: texts of the reader's own, headlines, older revisions, packs, and the index of fingerprints. */
  parts: { texts: number; headlines: number; revisions: number; packs: number; fingerprints: number };
  /** ISO days of the oldest and newest dated article. */
  oldest: string | null;
  newest: string | null;
  /** Most articles first; `key` tells two outlets of one name apart, `own` counts what came otherwise than in a pack. */
  outlets: { outlet: string; key: string; articles: number; own: number }[];
}

/** Bytes of a posting in the log. */
const logPosting = 6;

/** Reads the counts; no article is looked at. */
export function countLibrary(connection: Connection): Promise<LibraryCounts> {
  return connection.read(['state', 'years', 'outlets'], async (tx) => {
    const [row, span, outlets] = await Promise.all([
      tx.objectStore('state').get('library'),
      dateSpan(tx),
      tx.objectStore('outlets').getAll(),
    ]);
    const state = readableState(row);
    return {
      articles: state?.counts.articles ?? 0,
      headlineOnly: state?.counts.headlineOnly ?? 0,
      fingerprintOnly: state?.counts.fingerprintOnly ?? 0,
      ...sizesOf(state),
      ...span,
      outlets: outlets
        .flatMap((row) =>
          Array.from(countsIn(row), ([key, count]) => ({
            outlet: count.name,
            key,
            articles: count.articles,
            own: ownOf(count),
          })),
        )
        .sort((a, b) => b.articles - a.articles || (a.outlet < b.outlet ? -1 : 1)),
    };
  });
}

function sizesOf(state: LibraryState | null): Pick<LibraryCounts, 'bytes' | 'parts'> {
  if (state === null) {
    return { bytes: 0, parts: { texts: 0, headlines: 0, revisions: 0, packs: 0, fingerprints: 0 } };
  }
  let logged = 0;
  for (const { postings } of state.log) logged += postings.keys + postings.terms;
  const held = state.counts.articles + state.counts.superseded;
  const fingerprints = state.bytes.blocks + logged * logPosting + held * signatureBytes;
  const { headlines, packs, revisions } = state.parts ?? { headlines: 0, packs: 0, revisions: 0 };
  const texts = Math.max(0, state.bytes.articles - headlines - packs - revisions);
  return {
    bytes: texts + headlines + revisions + packs + fingerprints,
    parts: { texts, headlines, revisions, packs, fingerprints },
  };
}
