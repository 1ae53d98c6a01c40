import { useState } from 'preact/hooks';
import { useSay } from '@/components/ui';
import type { OutletEdit } from '@/lib/core/article';

/** Longest name taken, in UTF-16 units. */
const longest = 120;

/** Fields for one more statement about an outlet: "X – is the same as – Y". */
export function AddOutletEdit({ onAdd }: { onAdd: (edit: OutletEdit) => void }) {
  const say = useSay();
  const [outlet, setOutlet] = useState('');
  const [says, setSays] = useState<OutletEdit['says']>('is');
  const [other, setOther] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        const edit = editOf(outlet.trim(), says, other.trim());
        setWrong(edit === null);
        if (edit === null) return;
        onAdd(edit);
        setOutlet('');
        setOther('');
      }}
    >
      <div class="input-row input-row--said">
        <input
          class="input"
          dir="auto"
          autocomplete="off"
          maxLength={longest}
          aria-label={say('outlet_edits_outlet')}
          placeholder={say('outlet_edits_outlet')}
          value={outlet}
          aria-invalid={wrong}
          aria-describedby="outlet-edit-problem"
          onInput={(event) => setOutlet(event.currentTarget.value)}
        />
        <select
          class="input"
          aria-label={say('outlet_edits_says')}
          value={says}
          onChange={(event) => setSays(saysOf(event.currentTarget.value))}
        >
          <option value="is">{say('outlet_edits_says_is')}</option>
          <option value="is-called">{say('outlet_edits_says_is_called')}</option>
          <option value="belongs-to">{say('outlet_edits_says_belongs_to')}</option>
        </select>
        <input
          class="input"
          dir="auto"
          autocomplete="off"
          maxLength={longest}
          aria-label={say('outlet_edits_second')}
          placeholder={say('outlet_edits_second')}
          value={other}
          aria-invalid={wrong}
          aria-describedby="outlet-edit-problem"
          onInput={(event) => setOther(event.currentTarget.value)}
        />
        <button type="submit" class="button button--main">
          {say('outlet_edits_add')}
        </button>
      </div>
      <p id="outlet-edit-problem" role="alert">
        {wrong && say('outlet_edits_wrong')}
      </p>
    </form>
  );
}

function saysOf(value: string): OutletEdit['says'] {
  return value === 'is-called' || value === 'belongs-to' ? value : 'is';
}

function editOf(outlet: string, says: OutletEdit['says'], other: string): OutletEdit | null {
  if (outlet === '' || other === '' || outlet === other) return null;
  switch (says) {
    case 'is':
      return { says, outlet, same: other };
    case 'is-called':
      return { says, outlet, name: other };
    case 'belongs-to':
      return { says, outlet, owner: other };
  }
}
