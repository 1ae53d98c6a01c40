import { useEffect, useState } from 'preact/hooks';
import { Button, FailureNote, FileField, useDay, useNumber, useSay, useWork } from '@/components/ui';
import type { BackupNote } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { SettingsSection } from '../settings-section';
import { RestoreBox } from './restore-box';
import type { BackupContents, RestoreDeps } from './use-restore';

export type ReadBackup = { refused: string } | BackupContents;

/** Writing and reading backup files, which a page does and the background has no part in. */
export interface BackupFiles {
  write: (
    files: { name: string; text: string }[],
    parts: (cursor: number) => Promise<{ jsonl: string; next: number | null }>,
  ) => Promise<Blob>;
  read: (file: File) => Promise<ReadBackup>;
}

interface BackupSectionProps extends RestoreDeps {
  /** Articles in the library; how many are in no backup is asked anew when they change. */
  held: number | null;
  backups: BackupFiles;
  saveFile: (name: string, content: Blob) => void;
}

/** Everything in one file, and back. */
export function BackupSection(props: BackupSectionProps) {
  const { ask, held, backups, saveFile } = props;
  const say = useSay();
  const number = useNumber();
  const writeDay = useDay();
  const { failure, work } = useWork();
  const [note, setNote] = useState<BackupNote | null>(null);
  const [saving, setSaving] = useState(false);
  const [read, setRead] = useState<ReadBackup | null>(null);

  useEffect(() => {
    work(async () => setNote(await ask('backupNote')));
  }, [held]);

  const save = () =>
    work(async () => {
      setSaving(true);
      try {
        const content = await backups.write(await ask('backupFiles'), (cursor) => ask('backupPart', cursor));
        const done = await ask('backupDone');
        saveFile(`refrain-backup-${done.on?.slice(0, 10)}.zip`, content);
        setNote(done);
      } finally {
        setSaving(false);
      }
    });

  return (
    <SettingsSection id="backup" heading={say('options_backup')}>
      <p>{say('options_backup_what')}</p>
      <FailureNote failure={failure} />
      <p class={note?.due ? 'note' : 'soft'} role="status">
        {note !== null &&
          (note.on === null
            ? plural(say, 'options_backup_never', note.since)
            : say('options_backup_last', writeDay(note.on), number(note.since)))}
        {note?.due && ` ${say('options_backup_due')}`}
      </p>
      <Button look={note?.due ? 'main' : 'plain'} disabled={saving} onClick={save}>
        {say(saving ? 'options_backup_saving' : 'options_backup_save')}
      </Button>
      <h3>{say('options_restore')}</h3>
      <FileField
        id="restore-file"
        words={say('options_restore_what')}
        accept=".zip"
        onFiles={([file]) => file && work(async () => setRead(await backups.read(file)))}
      />
      {read !== null && 'refused' in read && (
        <p class="note note--error" role="alert">
          {read.refused}
        </p>
      )}
      {read !== null && 'made' in read && <RestoreBox key={read.made} {...props} read={read} />}
    </SettingsSection>
  );
}
