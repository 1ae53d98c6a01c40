import { Button, FailureNote, Foreign, useDay, useNumber, useSay } from '@/components/ui';
import { plural } from '@/lib/core/report';
import { type BackupContents, type RestoreDeps, useRestore } from './use-restore';

/** What stands in a backup, and what of it is to come back. Each part is taken up by itself, and can be taken back. */
export function RestoreBox({ read, ...deps }: { read: BackupContents } & RestoreDeps) {
  const say = useSay();
  const number = useNumber();
  const writeDay = useDay();
  const restore = useRestore(deps, read);
  const { feeds, settings } = restore;
  return (
    <div class="note import">
      <p>{say('options_restore_holds', writeDay(read.made), number(read.count), number(feeds.length))}</p>
      <FailureNote failure={restore.failure} />
      <SmallList items={read.damaged.map(({ name, why }) => `${name}: ${why}`)} />
      <div class="button-row">
        <Button look="main" disabled={read.articles.size === 0} onClick={restore.putArticlesBack}>
          {plural(say, 'options_restore_articles', read.count)}
        </Button>
        {read.settings !== null && settings === 'as-they-were' && (
          <Button onClick={restore.takeSettings}>{say('options_restore_settings')}</Button>
        )}
        {settings === 'restored' && (
          <Button onClick={restore.undoSettings}>{say('options_restore_settings_undo')}</Button>
        )}
        {feeds.length > 0 && (
          <Button onClick={restore.follow}>{plural(say, 'options_restore_feeds', feeds.length)}</Button>
        )}
        {read.packs.length > 0 && (
          <Button onClick={restore.getPacks}>
            {plural(say, 'options_restore_packs', read.packs.length)}
          </Button>
        )}
      </div>
      <p class="small" role="status">
        {restore.news}
      </p>
      <SmallList items={restore.notTaken} />
    </div>
  );
}

function SmallList({ items }: { items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <ul class="small">
      {items.map((item) => (
        <li key={item}>
          <Foreign text={item} />
        </li>
      ))}
    </ul>
  );
}
