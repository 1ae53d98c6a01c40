import { Button, Foreign, useSay } from '@/components/ui';

/** The words that would be searched for, and the one click that sends them to the reader's own search engine. */
export function SearchRun({ run, onSearch }: { run: string | null; onSearch: (run: string) => void }) {
  const say = useSay();
  if (run === null) return null;
  return (
    <section class="popup-section">
      <h2>{say('popup_run')}</h2>
      <p class="soft small">{say('popup_run_what')}</p>
      <p class="run">
        <Foreign text={`"${run}"`} />
      </p>
      <Button onClick={() => onSearch(run)}>{say('popup_run_go')}</Button>
    </section>
  );
}
