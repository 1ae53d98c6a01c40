import { type FeedChoice, ReaderProblem } from '@/lib/app/messaging';
import { readOpml, writeOpml } from '@/lib/corpus/sources/feeds';
import { isPrivateAddress } from '@/lib/corpus/sources/fetching';
import { readFollowed } from './followed';

/**
 * The feeds of an OPML file that the reader may follow, and how many of it are none: a file is a stranger's, so what it names in
 * the reader's own network is not taken.
 * @throws ReaderProblem when the text is no OPML
 */
export function feedsOfOpml(text: string): { feeds: FeedChoice[]; notTaken: number } {
  const read = readOpml(text);
  if (read.status === 'refused') throw new ReaderProblem('problem_no_opml');
  const feeds = read.feeds.filter(({ url }) => !isPrivateAddress(url));
  return {
    feeds: feeds.map(({ url, title, folder }) => ({ url, name: title ?? new URL(url).hostname, folder })),
    notTaken: read.notTaken + read.feeds.length - feeds.length,
  };
}

/** The followed feeds as an OPML file. */
export async function opmlOfFollowed(now: Date): Promise<string> {
  const feeds = (await readFollowed()).map(({ url, name, folder }) => ({ url, title: name, folder }));
  return writeOpml('Refrain', feeds, now);
}
