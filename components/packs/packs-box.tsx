import { Disclosure, FailureNote, useSay } from '@/components/ui';
import type { LibraryCounts } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { HeldPackRow } from './held-pack';
import { MakePackForm } from './make-pack';
import { NewPack } from './new-pack';
import { SuggestedPacks } from './suggested-packs';
import type { MakePack, PackWish } from './types';
import { type PackWays, usePacks } from './use-packs';

export interface PacksBoxProps extends PackWays {
  outlets: LibraryCounts['outlets'];
  /** Today, ISO. */
  today: string;
  makePack: MakePack;
  saveFile: (name: string, content: Blob) => void;
}

/** Packs: those held, the ways one comes in, and making one. */
export function PacksBox(props: PacksBoxProps) {
  const { ask, today } = props;
  const say = useSay();
  const packs = usePacks(props);
  const { busy, news } = packs;

  const make = (wish: PackWish) =>
    packs.busily(async () => {
      const tell = (articles: number) => packs.setNews(plural(say, 'make_pack_busy', articles));
      const made = await props.makePack(wish, tell);
      if (made === null) throw new Error(say('make_pack_nothing'));
      props.saveFile(made.name, made.content);
      packs.setNews(plural(say, 'make_pack_done', made.articles, made.name));
    });

  return (
    <>
      <p class="soft">{say('packs_what')}</p>
      {packs.packs.length === 0 && <p class="soft">{say('packs_none')}</p>}
      <ul class="packs">
        {packs.packs.map((pack) => (
          <HeldPackRow
            key={pack.name}
            pack={pack}
            today={today}
            busy={busy}
            onUpdate={() => packs.change(() => ask('updatePack', pack.name))}
            onRemove={() => packs.change(() => ask('removePack', pack.name))}
            onOpenLink={packs.openLink}
          />
        ))}
      </ul>
      <FailureNote failure={packs.failure} />
      <p class={news === '' ? 'visually-hidden' : 'note'} role="status">
        {news}
      </p>
      <h3>{say('packs_add')}</h3>
      <NewPack packs={packs} today={today} />
      <h3>{say('packs_suggested')}</h3>
      <SuggestedPacks packs={packs.packs} busy={busy} onAdd={packs.addSuggested} />
      <h3>{say('make_pack')}</h3>
      <p class="soft">{say('make_pack_what')}</p>
      <Disclosure summary={say('make_pack_choose')}>
        <MakePackForm outlets={props.outlets} busy={busy} onMake={make} />
      </Disclosure>
    </>
  );
}
