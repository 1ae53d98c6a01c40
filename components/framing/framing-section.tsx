import { useContext, useEffect, useState } from 'preact/hooks';
import { FailureNote, useSay, useWork } from '@/components/ui';
import { plural } from '@/lib/core/report';
import { ActorTable } from './actor-table';
import { AddedCutList } from './added-cut-list';
import { AttributedList } from './attributed-list';
import { OnlyHereList } from './only-here-list';
import { type FramedStory, FramingContext } from './source';
import { VoiceList } from './voice-list';

/** How the story is told, compared when this is first shown; nothing where no texts can be compared. */
export function FramingSection() {
  const source = useContext(FramingContext);
  return source === null ? null : <Compared load={source.load} />;
}

function Compared({ load }: { load: () => Promise<FramedStory> }) {
  const say = useSay();
  const { failure, work } = useWork();
  const [story, setStory] = useState<FramedStory | null>(null);

  useEffect(() => {
    work(async () => setStory(await load()));
  }, []);

  if (failure !== null) return <FailureNote failure={failure} />;
  if (story === null) return <p role="status">{say('framing_comparing')}</p>;
  return <FramingView story={story} />;
}

/** The lenses, each with its differences; one with nothing to show says so in a word or is left out. */
function FramingView({ story }: { story: FramedStory }) {
  const say = useSay();
  const { framing } = story;
  if (framing.articles.length < 2) return <p class="note">{say('framing_alone')}</p>;
  return (
    <div class="framing">
      <p class="soft small">{plural(say, 'framing_compared', framing.articles.length)}</p>
      {framing.off.length > 0 && <p class="note">{plural(say, 'framing_off', framing.off.length)}</p>}
      <ActorTable story={story} />
      <AttributedList story={story} />
      <AddedCutList story={story} />
      <OnlyHereList story={story} />
      <VoiceList story={story} />
      <p class="soft small">{say('framing_limits')}</p>
    </div>
  );
}
