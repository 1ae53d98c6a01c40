import { Foreign, useSay } from '@/components/ui';
import type { OutletEdit } from '@/lib/core/article';
import type { Say } from '@/lib/core/report';
import { SettingsSection } from '../settings-section';
import { AddOutletEdit } from './add-outlet-edit';

interface OutletEditsSectionProps {
  edits: readonly OutletEdit[];
  /** All edits as they are to be from now on. */
  onChange: (edits: OutletEdit[]) => void;
}

/** What the reader says about outlets: which names are one outlet, what it is called, who owns it. */
export function OutletEditsSection({ edits, onChange }: OutletEditsSectionProps) {
  const say = useSay();
  return (
    <SettingsSection id="outlet-names" heading={say('outlet_edits_heading')}>
      <p class="soft">{say('outlet_edits_what')}</p>
      <AddOutletEdit onAdd={(edit) => onChange([...edits, edit])} />
      {edits.length === 0 ? (
        <p class="soft">{say('outlet_edits_none')}</p>
      ) : (
        <ul class="rows">
          {edits.map((edit, at) => (
            <li key={JSON.stringify(edit)} class="rows__row">
              <span>
                <Foreign text={edit.outlet} /> {wordsOf(say, edit)} <Foreign text={otherOf(edit)} />
              </span>
              <button
                type="button"
                class="button"
                aria-label={say('outlet_edits_remove_label', edit.outlet)}
                onClick={() => onChange(edits.filter((_, other) => other !== at))}
              >
                {say('outlet_edits_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </SettingsSection>
  );
}

function wordsOf(say: Say, { says }: OutletEdit): string {
  switch (says) {
    case 'is':
      return say('outlet_edits_says_is');
    case 'is-called':
      return say('outlet_edits_says_is_called');
    case 'belongs-to':
      return say('outlet_edits_says_belongs_to');
  }
}

function otherOf(edit: OutletEdit): string {
  switch (edit.says) {
    case 'is':
      return edit.same;
    case 'is-called':
      return edit.name;
    case 'belongs-to':
      return edit.owner;
  }
}
