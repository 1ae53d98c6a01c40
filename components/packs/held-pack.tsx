import { Button, Confirm, Foreign, useDay, useSay } from '@/components/ui';
import type { SubscribedPack } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { PackFactLines } from './pack-facts';

interface HeldPackProps {
  pack: SubscribedPack;
  today: string;
  busy: boolean;
  onUpdate: () => void;
  onRemove: () => void;
  onOpenLink: (url: string) => void;
}

/** One pack of the library, how it stands with it, and what can be done. */
export function HeldPackRow({ pack, today, busy, onUpdate, onRemove, onOpenLink }: HeldPackProps) {
  const say = useSay();
  const { name, address, facts, coming, failure } = pack;
  const isRemote = address !== null && !address.startsWith('bundled:');
  return (
    <li class="pack">
      <h3 class="pack__name">
        <Foreign text={name} />
      </h3>
      <p class="small soft pack__place">
        {address === null && say('pack_from_file')}
        {address?.startsWith('bundled:') && say('pack_bundled')}
        {isRemote && <Foreign text={address} />}
      </p>
      {facts !== null && <PackFactLines facts={facts} today={today} onOpenLink={onOpenLink} />}
      {coming !== null && <p class="small">{say('pack_coming', coming.there, coming.of)}</p>}
      {isRemote && <Looks pack={pack} />}
      {failure !== null && (
        <p class="note note--error small">
          {say('pack_failed')} <Foreign text={failure} />
        </p>
      )}
      <div class="button-row">
        {isRemote && (
          <Button disabled={busy} label={say('pack_update_label', name)} onClick={onUpdate}>
            {say('pack_update')}
          </Button>
        )}
        <Confirm
          ask={say('pack_remove')}
          label={say('pack_remove_label', name)}
          question={plural(say, 'pack_remove_question', facts?.articles ?? 0, name)}
          act={say('pack_remove')}
          onConfirm={onRemove}
        />
      </div>
    </li>
  );
}

/** When something last came, when it was last looked, when it is looked next. */
function Looks({ pack: { lastUpdate, lastTry, next } }: { pack: SubscribedPack }) {
  const say = useSay();
  const day = useDay();
  const words = [
    lastUpdate === null ? null : say('pack_last_update', day(lastUpdate)),
    lastTry === null ? null : say('pack_last_try', day(lastTry)),
    next === null ? null : say('pack_next', day(next)),
  ];
  return <p class="small soft">{words.filter((one) => one !== null).join(' · ')}</p>;
}
