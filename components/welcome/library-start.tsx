import { NewPack, type PackWays, SuggestedPacks, usePacks } from '@/components/packs';
import { Disclosure, FailureNote, useSay } from '@/components/ui';
import { ChooseOutlets, type ChooseOutletsProps } from './choose-outlets';

export interface LibraryStartProps
  extends Omit<PackWays, 'onChanged'>,
    Pick<ChooseOutletsProps, 'shipped' | 'originOf'> {
  /** Today, ISO. */
  today: string;
}

/** Where a library comes from: packs that come along, a pack of others, outlets to follow. */
export function LibraryStart(props: LibraryStartProps) {
  const say = useSay();
  const packs = usePacks(props);
  return (
    <>
      <p>{say('welcome_packs_what')}</p>
      <SuggestedPacks packs={packs.packs} busy={packs.busy} onAdd={packs.addSuggested} />
      <FailureNote failure={packs.failure} />
      <p class={packs.news === '' ? 'visually-hidden' : 'note'} role="status">
        {packs.news}
      </p>
      <Disclosure summary={say('packs_add')} open>
        <NewPack packs={packs} today={props.today} />
      </Disclosure>
      <Disclosure summary={say('feed_shipped')}>
        <ChooseOutlets {...props} />
      </Disclosure>
    </>
  );
}
