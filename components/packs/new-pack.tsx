import { AddPack } from './add-pack';
import { PackPreviewBox } from './pack-preview';
import type { Packs } from './use-packs';

/** A pack of others: where it is, then what it is, then it is taken or left. */
export function NewPack({ packs, today }: { packs: Packs; today: string }) {
  const { view, busy } = packs;
  if (view === null) return <AddPack busy={busy} onAddress={packs.lookAt} onFiles={packs.lookAtFiles} />;
  return (
    <PackPreviewBox
      pack={view}
      today={today}
      busy={busy}
      onAdd={() => packs.take(view)}
      onLeave={packs.leave}
      onOpenLink={packs.openLink}
    />
  );
}
