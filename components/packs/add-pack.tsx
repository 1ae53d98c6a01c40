import { useState } from 'preact/hooks';
import { FileField, useSay } from '@/components/ui';

interface AddPackProps {
  busy: boolean;
  /** Must ask the browser at once: it grants only within the click. */
  onAddress: (address: string) => void;
  onFiles: (files: File[]) => void;
}

/** The two ways a pack comes in: by its address, or as files. */
export function AddPack({ busy, onAddress, onFiles }: AddPackProps) {
  const say = useSay();
  const [written, setWritten] = useState('');
  return (
    <>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          if (written.trim() !== '') onAddress(written.trim());
        }}
      >
        <label class="field__label" for="pack-address">
          {say('pack_address')}
        </label>
        <div class="input-row">
          <input
            id="pack-address"
            class="input"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            placeholder="https://packs.example.org/river/"
            value={written}
            onInput={(event) => setWritten(event.currentTarget.value)}
          />
          <button type="submit" class="button button--main" disabled={busy}>
            {say('pack_look')}
          </button>
        </div>
      </form>
      <FileField
        id="pack-files"
        words={say('pack_files')}
        accept=".zip,.json,.gz,.sig"
        multiple
        disabled={busy}
        onFiles={onFiles}
      />
    </>
  );
}
