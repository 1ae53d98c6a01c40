import { Button, useSay } from '@/components/ui';
import type { SubscribedPack } from '@/lib/app/messaging';
import type { PhraseKey } from '@/lib/core/report';

/** Packs to begin with, by address; these come with Refrain, so nothing is fetched. */
const suggested: { address: string; name: PhraseKey; what: PhraseKey }[] = [
  { address: 'bundled:starter', name: 'pack_starter', what: 'pack_starter_what' },
  { address: 'bundled:demo', name: 'pack_demo', what: 'pack_demo_what' },
];

interface SuggestedPacksProps {
  packs: readonly SubscribedPack[];
  busy: boolean;
  onAdd: (address: string) => void;
}

/** The list of packs to begin with, one click each. */
export function SuggestedPacks({ packs, busy, onAdd }: SuggestedPacksProps) {
  const say = useSay();
  return (
    <ul class="rows">
      {suggested.map(({ address, name, what }) => (
        <li key={address} class="rows__row">
          <span class="rows__words">
            {say(name)}
            <span class="soft small">{say(what)}</span>
          </span>
          {packs.some((pack) => pack.address === address) ? (
            <span class="soft small">{say('pack_is_held')}</span>
          ) : (
            <Button disabled={busy} label={say('pack_add_label', say(name))} onClick={() => onAdd(address)}>
              {say('pack_add')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
