import browser from 'webextension-polyfill';
import { offeredPacks } from './offered-packs';
import { packDesk } from './pack-desk';
import type { PackDeps } from './update-pack';

const alarm = 'update-packs';
/** Nearest moment an alarm is set to, so that looks that fail do not follow each other without a pause. */
const soonest = 60_000;

/** Everything the reader does with packs, and the looking after them in between. */
export function packs(deps: PackDeps) {
  const desk = packDesk(deps);
  const offered = offeredPacks(deps);

  /** Sets the alarm to when the next pack is due. It outlives the worker, not always the browser. */
  async function schedule(): Promise<void> {
    const next = (await deps.subscriptions.list()).flatMap((one) => one.next ?? []).sort()[0];
    if (next === undefined) {
      await browser.alarms.clear(alarm);
      return;
    }
    await browser.alarms.create(alarm, { when: Math.max(Date.parse(next), deps.now().getTime() + soonest) });
  }

  async function andScheduled<T>(work: Promise<T>): Promise<T> {
    const done = await work;
    await schedule();
    return done;
  }

  return {
    list: desk.list,
    preview: desk.preview,
    add: (address: string) => andScheduled(desk.add(address)),
    updateNow: (name: string) => andScheduled(desk.updateNow(name)),
    remove: (name: string) => andScheduled(desk.remove(name)),
    offer: offered.offer,
    receive: offered.receive,
    end: (name: string, whole: boolean) => offered.end(name, whole, desk.list),
    /** All packs go when the reader deletes the library. */
    forgetAll: () => andScheduled(deps.subscriptions.clear()),
    schedule,

    async onAlarm({ name }: { name: string }): Promise<void> {
      if (name === alarm) await andScheduled(desk.updateDue());
    },
  };
}
