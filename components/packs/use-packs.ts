import { useEffect, useState } from 'preact/hooks';
import { type Ask, type RequestHosts, useReturn, useSay, useWithHosts, useWork } from '@/components/ui';
import type { PackAnswer, SubscribedPack } from '@/lib/app/messaging';
import type { OpenPackFiles, PackOnView } from './types';

/** What getting a pack needs of the page it is done on. */
export interface PackWays {
  ask: Ask;
  /** Host patterns that fetching from an address needs; empty if it is none. */
  hostsOf: (address: string) => string[];
  requestHosts: RequestHosts;
  openFiles: OpenPackFiles;
  /** The library holds other articles now. */
  onChanged?: () => void;
}

/** While a pack is coming the list is asked for this often, in ms, to show how far it is. */
const patience = 1_000;

/** The packs that are held, and the ways a pack is looked at, taken and changed; one thing at a time. */
export function usePacks({ ask, hostsOf, requestHosts, openFiles, onChanged }: PackWays) {
  const say = useSay();
  const { failure, work } = useWork();
  const [packs, setPacks] = useState<SubscribedPack[]>([]);
  const [view, setView] = useState<PackOnView | null>(null);
  const [busy, setBusy] = useState(false);
  const [news, setNews] = useState('');

  const readPacks = async () => setPacks(await ask('packs'));
  useEffect(() => {
    work(readPacks);
  }, []);
  useReturn(readPacks);
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => ask('packs').then(setPacks, () => undefined), patience);
    return () => clearInterval(timer);
  }, [busy]);

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
  const withHosts = useWithHosts({
    requestHosts,
    work: busily,
    onRefused(words) {
      throw new Error(words);
    },
  });
  const settle = ({ packs: next, refused }: PackAnswer) => {
    setPacks(next);
    onChanged?.();
    if (refused !== null) throw new Error(refused);
    setView(null);
    setNews(say('pack_done'));
  };

  return {
    packs,
    /** The pack being looked at, before anything of it is stored. */
    view,
    busy,
    failure,
    /** What was last done, in words. */
    news,
    setNews,
    /** Work during which no other may be asked for. */
    busily,
    leave: () => setView(null),
    openLink: (url: string) => work(() => ask('openLink', url)),
    lookAt(address: string) {
      setView(null);
      withHosts(hostsOf(address), async () => {
        const pack = await ask('previewPack', address);
        if ('refused' in pack) throw new Error(pack.refused);
        const mirrors = pack.facts.mirrors.flatMap(hostsOf);
        setView({ ...pack, hosts: mirrors, add: () => ask('addPack', pack.address) });
      });
    },
    lookAtFiles(files: File[]) {
      busily(async () => {
        setView(null);
        const pack = await openFiles(files);
        if ('refused' in pack) throw new Error(pack.refused);
        const add = () => pack.add((there, of) => setNews(say('pack_coming', there, of)));
        setView({ facts: pack.facts, held: false, hosts: [], add });
      });
    },
    take(pack: PackOnView) {
      // A mirror that is not granted is not asked; the pack comes all the same.
      const asked = pack.hosts.length === 0 ? Promise.resolve(true) : requestHosts(pack.hosts);
      busily(async () => {
        await asked;
        setNews(say('pack_busy'));
        settle(await pack.add());
      });
    },
    addSuggested: (address: string) => busily(async () => settle(await ask('addPack', address))),
    change: (answer: () => Promise<SubscribedPack[]>) =>
      busily(async () => {
        setPacks(await answer());
        onChanged?.();
      }),
  };
}

export type Packs = ReturnType<typeof usePacks>;
