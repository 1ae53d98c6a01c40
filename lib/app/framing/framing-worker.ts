/** The worker that compares how a story is told: texts in, differences out. Started by an extension page, never by the background. */
import type { ToldText } from '@/lib/app/messaging';
import { frame } from '@/lib/core/framing';
import { anatomyWith } from '@/lib/core/provenance';

addEventListener('message', ({ data }: MessageEvent<ToldText[]>) => {
  const told = data.map(({ article, anatomy, credits }) => ({
    article,
    anatomy: anatomy ?? anatomyWith(article, [], credits),
  }));
  postMessage(frame(told));
});
