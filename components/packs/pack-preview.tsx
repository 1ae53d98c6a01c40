import { useEffect, useRef } from 'preact/hooks';
import { Button, Foreign, useSay } from '@/components/ui';
import { PackFactLines } from './pack-facts';
import type { PackOnView } from './types';

interface PackPreviewProps {
  pack: PackOnView;
  today: string;
  busy: boolean;
  onAdd: () => void;
  onLeave: () => void;
  onOpenLink: (url: string) => void;
}

/** A pack before anything of it is stored: what it is, and whether the reader wants it. Focus comes here when it appears. */
export function PackPreviewBox({ pack, today, busy, onAdd, onLeave, onOpenLink }: PackPreviewProps) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="pack-preview note" aria-labelledby="pack-preview">
      <h4 id="pack-preview" ref={heading} tabIndex={-1}>
        {pack.facts.title === null ? say('pack_untitled') : <Foreign text={pack.facts.title} />}
      </h4>
      <PackFactLines facts={pack.facts} today={today} onOpenLink={onOpenLink} />
      {pack.held && <p class="small">{say('pack_held_already')}</p>}
      <div class="button-row">
        <Button look="main" disabled={busy} onClick={onAdd}>
          {say(pack.held ? 'pack_update' : 'pack_take')}
        </Button>
        <Button disabled={busy} onClick={onLeave}>
          {say('pack_leave')}
        </Button>
      </div>
    </section>
  );
}
