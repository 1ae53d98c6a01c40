import { useEffect, useState } from 'preact/hooks';
import { type Ask, Disclosure, FailureNote, useSay, useWork } from '@/components/ui';
import type { LibraryCounts, PackAnswer, SubscribedPack } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { AddPack } from './add-pack';
import { HeldPackRow } from './held-pack';
import { MakePackForm } from './make-pack';
import { PackPreviewBox } from './pack-preview';
import { SuggestedPacks } from './suggested-packs';
import type { MakePack, OpenPackFiles, PackOnView, PackWish } from './types';

export interface PacksBoxProps {
  ask: Ask;
  outlets: LibraryCounts['outlets'];
  /** Today, ISO. */
  today: string;
  /** Host patterns that fetching from an address needs; empty if it is none. */
  hostsOf: (address: string) => string[];
  /** Asks the browser for hosts; must be called straight from a click. */
  requestHosts: (patterns: string[]) => Promise<boolean>;
  openFiles: OpenPackFiles;
  makePack: MakePack;
  saveFile: (name: string, content: Blob) => void;
  /** The library holds other articles now. */
  onChanged: () => void;
}

/** While a pack is coming the list is asked for this often, in ms, to show how far it is. */
const PATIENCE = 1_000;

/** Packs: those held, the ways one comes in, and making one. */
export function PacksBox(props: PacksBoxProps) {
  const { ask, today, hostsOf, requestHosts, onChanged } = props;
  const say = useSay();
  const { failure, work } = useWork();
  const [packs, setPacks] = useState<SubscribedPack[]>([]);
  const [view, setView] = useState<PackOnView | null>(null);
  const [busy, setBusy] = useState(false);
  const [news, setNews] = useState('');

  useEffect(() => {
    work(async () => setPacks(await ask('packs')));
  }, []);
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => ask('packs').then(setPacks, () => undefined), PATIENCE);
    return () => clearInterval(timer);
  }, [busy]);

  /** Work during which nothing else of this box can be asked for. */
  const busily = (doing: () => Promise<void>) =>
    work(async () => {
      setBusy(true);
      setNews('');
      try {
        await doing();
      } finally {
        setBusy(false);
      }
    });
  const settle = ({ packs: next, refused }: PackAnswer) => {
    setPacks(next);
    onChanged();
    if (refused !== null) throw new Error(refused);
    setView(null);
    setNews(say('pack_done'));
  };
  const lookAt = (address: string) => {
    // The browser grants only what is asked for within the click itself, so nothing may be awaited before.
    const hosts = hostsOf(address);
    const asked = hosts.length === 0 ? Promise.resolve(true) : requestHosts(hosts);
    busily(async () => {
      setView(null);
      if (!(await asked)) throw new Error(say('options_not_granted'));
      const pack = await ask('previewPack', address);
      if ('refused' in pack) throw new Error(pack.refused);
      const mirrors = pack.facts.mirrors.flatMap(hostsOf);
      setView({ ...pack, hosts: mirrors, add: () => ask('addPack', pack.address) });
    });
  };
  const lookAtFiles = (files: File[]) =>
    busily(async () => {
      setView(null);
      const pack = await props.openFiles(files);
      if ('refused' in pack) throw new Error(pack.refused);
      const add = () => pack.add((there, of) => setNews(say('pack_coming', there, of)));
      setView({ facts: pack.facts, held: false, hosts: [], add });
    });
  const take = (pack: PackOnView) => {
    // A mirror that is not granted is not asked; the pack comes all the same.
    const asked = pack.hosts.length === 0 ? Promise.resolve(true) : requestHosts(pack.hosts);
    busily(async () => {
      await asked;
      setNews(say('pack_busy'));
      settle(await pack.add());
    });
  };
  const change = (answer: () => Promise<SubscribedPack[]>) =>
    busily(async () => {
      setPacks(await answer());
      onChanged();
    });
  const make = (wish: PackWish) =>
    busily(async () => {
      const made = await props.makePack(wish, (articles) => setNews(plural(say, 'make_pack_busy', articles)));
      if (made === null) throw new Error(say('make_pack_nothing'));
      props.saveFile(made.name, made.content);
      setNews(plural(say, 'make_pack_done', made.articles, made.name));
    });
  const openLink = (url: string) => work(() => ask('openLink', url));

  return (
    <>
      <p class="soft">{say('packs_what')}</p>
      {packs.length === 0 && <p class="soft">{say('packs_none')}</p>}
      <ul class="packs">
        {packs.map((pack) => (
          <HeldPackRow
            key={pack.name}
            pack={pack}
            today={today}
            busy={busy}
            onUpdate={() => change(() => ask('updatePack', pack.name))}
            onRemove={() => change(() => ask('removePack', pack.name))}
            onOpenLink={openLink}
          />
        ))}
      </ul>
      <FailureNote failure={failure} />
      <p class={news === '' ? 'visually-hidden' : 'note'} role="status">
        {news}
      </p>
      <h3>{say('packs_add')}</h3>
      {view === null ? (
        <AddPack busy={busy} onAddress={lookAt} onFiles={lookAtFiles} />
      ) : (
        <PackPreviewBox
          pack={view}
          today={today}
          busy={busy}
          onAdd={() => take(view)}
          onLeave={() => setView(null)}
          onOpenLink={openLink}
        />
      )}
      <h3>{say('packs_suggested')}</h3>
      <SuggestedPacks
        packs={packs}
        busy={busy}
        onAdd={(address) => busily(async () => settle(await ask('addPack', address)))}
      />
      <h3>{say('make_pack')}</h3>
      <p class="soft">{say('make_pack_what')}</p>
      <Disclosure summary={say('make_pack_choose')}>
        <MakePackForm outlets={props.outlets} busy={busy} onMake={make} />
      </Disclosure>
    </>
  );
}
