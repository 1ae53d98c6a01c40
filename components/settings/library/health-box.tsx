import { useEffect, useState } from 'preact/hooks';
import { type Ask, Button, FailureNote, useNumber, useSay, useWork } from '@/components/ui';
import type { LibraryHealth } from '@/lib/app/messaging';

/** How often it is asked how far the new index is, in ms. */
const askAgain = 500;

/** What lies in the library, counted anew, what of it cannot be read, and the index made anew. */
export function HealthBox({ ask }: { ask: Ask }) {
  const say = useSay();
  const { failure, work } = useWork();
  const [health, setHealth] = useState<LibraryHealth | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [wasRebuilt, setWasRebuilt] = useState(false);

  const take = (next: number | null) => {
    if (share !== null && next === null) setWasRebuilt(true);
    setShare(next);
  };

  useEffect(() => {
    work(async () => setShare(await ask('rebuilding')));
  }, []);

  useEffect(() => {
    if (share === null) return;
    const again = setTimeout(() => work(async () => take(await ask('rebuilding'))), askAgain);
    return () => clearTimeout(again);
  }, [share]);

  return (
    <>
      <h3>{say('options_health')}</h3>
      <p class="soft">{say('options_health_what')}</p>
      <FailureNote failure={failure} />
      <div role="status">
        {health !== null && <HealthRows health={health} />}
        {wasRebuilt && <p>{say('options_health_rebuilt')}</p>}
      </div>
      {share !== null && (
        <p class="progress">
          <progress value={share} max={1} aria-label={say('options_health_rebuild')} />
          <span class="small">{new Intl.NumberFormat(say.language, { style: 'percent' }).format(share)}</span>
        </p>
      )}
      <div class="button-row">
        <Button onClick={() => work(async () => setHealth(await ask('libraryHealth')))}>
          {say('options_health_check')}
        </Button>
        <Button
          disabled={share !== null}
          onClick={() =>
            work(async () => {
              setWasRebuilt(false);
              setShare((await ask('rebuildIndex')) ?? 0);
            })
          }
        >
          {say('options_health_rebuild')}
        </Button>
      </div>
    </>
  );
}

function HealthRows({ health }: { health: LibraryHealth }) {
  const say = useSay();
  const number = useNumber();
  const { articles, superseded, postings, dead, skipped, lostPrints, mergeTrouble } = health;
  const rows: [string, number][] = [
    [say('options_count_articles'), articles],
    [say('options_health_revisions'), superseded],
    [say('options_health_postings'), postings.keys + postings.terms],
    [say('options_health_dead'), dead],
    [say('options_health_skipped'), skipped.articles + skipped.texts],
    [say('options_health_skipped_index'), skipped.index],
  ];
  return (
    <>
      <dl class="counts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number(value)}</dd>
          </div>
        ))}
      </dl>
      {skipped.index > 0 && <p class="note">{say('options_health_index_damaged')}</p>}
      {lostPrints > 0 && (
        <p class="note note--error">{say('options_health_lost_prints', number(lostPrints))}</p>
      )}
      {mergeTrouble !== null && <p class="note note--error">{mergeTrouble}</p>}
    </>
  );
}
