import { useEffect, useState } from 'preact/hooks';
import { Button, useSay, useSize } from '@/components/ui';
import type { LibraryCounts } from '@/lib/app/messaging';

/** What the browser says of the room it gives. */
export interface StorageState {
  /** Whether it promised to keep what is stored. */
  kept: boolean;
}

export interface StorageAsk {
  state: () => Promise<StorageState>;
  /** Asks the browser to keep what is stored; some ask the reader, some decide by themselves. */
  keep: () => Promise<StorageState>;
}

const parts = [
  ['texts', 'options_size_texts'],
  ['fingerprints', 'options_size_fingerprints'],
  ['packs', 'options_size_packs'],
  ['headlines', 'options_size_headlines'],
  ['revisions', 'options_size_revisions'],
] as const satisfies [keyof LibraryCounts['parts'], string][];

/** What takes how much room, and whether the browser promised to keep it. */
export function StorageMeter({ counts, storage }: { counts: LibraryCounts; storage: StorageAsk }) {
  const say = useSay();
  const size = useSize();
  const [state, setState] = useState<StorageState | null>(null);
  useEffect(() => {
    storage.state().then(setState);
  }, []);
  return (
    <>
      <h3>{say('options_size')}</h3>
      <ul class="meter">
        {parts.map(([part, name]) => (
          <li key={part}>
            <span>{say(name)}</span>
            <meter
              value={counts.parts[part]}
              max={Math.max(1, counts.bytes)}
              aria-label={`${say(name)}: ${size(counts.parts[part])}`}
            />
            <span class="meter__size">{size(counts.parts[part])}</span>
          </li>
        ))}
      </ul>
      <p class="soft" role="status">
        {state !== null && say(state.kept ? 'options_size_kept' : 'options_size_not_kept')}
      </p>
      {state?.kept === false && (
        <Button onClick={() => storage.keep().then(setState)}>{say('options_size_keep')}</Button>
      )}
    </>
  );
}
