import browser from 'webextension-polyfill';
import { type FeedRounds, readFollowed, withProgress } from '@/lib/app/feeds';
import { nextWake } from '@/lib/corpus/sources/feeds';

const alarm = 'feeds';
/** Minutes after which a round that was cut short is taken up again. */
const againInMinutes = 6;

/**
 * Wakes the background when feeds are due. Before a round an alarm is set beyond its end, so that a worker that is stopped
 * within it is woken once more; after the round the alarm is set to the time the schedule says.
 */
export function feedAlarm(now: () => number) {
  async function reschedule(): Promise<void> {
    const feeds = await withProgress(await readFollowed());
    const clocks = feeds.map(({ progress }) => progress.clock);
    const when = nextWake(clocks, now());
    if (when === null) await browser.alarms.clear(alarm);
    else await browser.alarms.create(alarm, { when });
  }

  return {
    reschedule,

    async onAlarm({ name }: { name: string }, rounds: FeedRounds): Promise<void> {
      if (name !== alarm) return;
      await browser.alarms.create(alarm, { delayInMinutes: againInMinutes });
      await rounds.run();
      await reschedule();
    },
  };
}
